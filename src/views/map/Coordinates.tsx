import type { AxesOf } from '../../engine/answers';
import { hundredths } from '../../ui/format';
import type { Side } from '../../vocabulary';
import { Num } from '../shared/Num';

interface Props {
  readonly side: Side;
  readonly id: string;
  readonly axes: AxesOf;
  readonly x: number;
  readonly y: number;
}

/** A place on the map; each coordinate opens. */
export const Coordinates = ({ side, id, axes, x, y }: Props) => (
  <>
    (
    <Num open={{ of: 'coordinate', axes, axis: 0, side, id }} value={x} as={hundredths} />,{' '}
    <Num open={{ of: 'coordinate', axes, axis: 1, side, id }} value={y} as={hundredths} />)
  </>
);
