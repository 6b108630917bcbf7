import type { WordChange } from '../../engine/change';
import { says, saysOnly } from '../../ui/cell';
import { exact, moveOf } from '../../ui/format';
import { Heads } from '../../ui/Table';
import classes from './Change.module.css';

const MOST = 7;

/** Words whose weight in a profile rose or fell, largest change first. */
export function WordChanges({ title, changes }: { title: string; changes: readonly WordChange[] }) {
  const shown = changes
    .map(({ word, before, after }) => ({ word, before, after, move: moveOf(before, after) }))
    .filter(({ move }) => !move.same)
    .slice(0, MOST);
  return (
    <div>
      <h3>{title}</h3>
      {shown.length > 0 && <p className="soft">Weight in the profile, from −1 to 1, and its change</p>}
      {shown.length === 0 ? (
        <p className="soft">No word changed so that one sees it.</p>
      ) : (
        <table className={`wide-table ${classes.table}`}>
          <Heads of={['Word', 'Weight in the profile', 'Change']} spoken />
          <tbody>
            {shown.map((c) => (
              <tr key={c.word}>
                <th scope="row">{c.word}</th>
                <td className="soft" {...says({ before: c.before, after: c.after })}>
                  {c.before === 0 ? 'new' : c.move.before} → {c.after === 0 ? 'gone' : c.move.after}
                </td>
                <td title={exact(c.after - c.before)} {...saysOnly(c.after - c.before)}>
                  {c.after > c.before ? '▲ ' : '▼ '}
                  {c.move.change.replace(/^[+−]/, '')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
