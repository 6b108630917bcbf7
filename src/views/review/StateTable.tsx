import type { StateChange } from '../../engine/answers';
import type { CellNumber } from '../../engine/openedNumber';
import { saysOnly } from '../../ui/cell';
import { fixed } from '../../ui/format';
import type { Side } from '../../vocabulary';
import { Num } from '../shared/Num';
import classes from './Review.module.css';

/** One more than on a strip: what changes little is to be told from what does not. */
const DIGITS = 4;

/** The interaction that moved a state, and whose state it is. */
export interface MoveOf {
  readonly side: Side;
  readonly key: string;
}

interface Props {
  readonly caption: string;
  readonly change: StateChange;
  readonly of: MoveOf;
}

/** The strip as numbers: state before and after, and both gates, a row for each dimension. */
export function StateTable({ caption, change, of }: Props) {
  const cell = (number: CellNumber, d: number, value: number) => (
    <Num open={{ of: number, ...of, d }} value={value}>
      {fixed(value, DIGITS)}
    </Num>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="scroll" style={{ maxHeight: 260 }} tabIndex={0} aria-label={caption}>
      <table className={classes.words}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {['No.', 'Before', 'After', 'Update', 'Reset'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {change.before.map((before, d) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
            <tr key={d}>
              <th scope="row">{d}</th>
              <td {...saysOnly(before)}>{fixed(before, DIGITS)}</td>
              <td {...saysOnly(change.after[d])}>{cell('next', d, change.after[d])}</td>
              <td {...saysOnly(change.update[d])}>{cell('update', d, change.update[d])}</td>
              <td {...saysOnly(change.reset[d])}>{cell('reset', d, change.reset[d])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
