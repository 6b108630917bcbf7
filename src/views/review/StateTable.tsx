import type { StateChange } from '../../engine/api';
import classes from './Review.module.css';

const minus = (value: number): string => value.toFixed(4).replace('-', '−');

/** The strip as numbers: state before and after, and both gates, a row for each dimension. */
export function StateTable({ caption, change }: { caption: string; change: StateChange }) {
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
              <td>{minus(before)}</td>
              <td>{minus(change.after[d])}</td>
              <td>{minus(change.update[d])}</td>
              <td>{minus(change.reset[d])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
