import type { OpenedNumber } from '../../engine/openedNumber';
import { Code } from '../code/Code';
import { snippetOf } from './code/snippet';

/** The same number worked out in another framework, to copy. */
export default function NumberCode({ opened }: { opened: OpenedNumber }) {
  return <Code write={(dialect) => snippetOf(opened, dialect)} />;
}
