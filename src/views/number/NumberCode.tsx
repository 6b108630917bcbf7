import type { OpenedNumber } from '../../engine/openedNumber';
import { Code } from '../code/Code';
import { useUsersNoun } from '../shared/useKind';
import { snippetOf } from './code/snippet';

/** The same number worked out in another framework, to copy. */
export default function NumberCode({ opened }: { opened: OpenedNumber }) {
  const who = useUsersNoun();
  return <Code write={(dialect) => snippetOf(opened, dialect, who)} />;
}
