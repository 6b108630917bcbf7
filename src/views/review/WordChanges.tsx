import type { WordChange } from '../../engine/api';
import { exact, percent } from '../../ui/format';
import classes from './Review.module.css';

const MOST = 7;

/** Words whose share of a profile rose or fell, largest change first. */
export function WordChanges({ title, changes }: { title: string; changes: readonly WordChange[] }) {
  const shown = changes.filter((c) => c.before !== c.after).slice(0, MOST);
  return (
    <div>
      <h3>{title}</h3>
      {shown.length === 0 ? (
        <p className="soft">No word changed.</p>
      ) : (
        <table className={classes.words}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Word</th>
              <th scope="col">Before and after</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((c) => (
              <tr key={c.word}>
                <th scope="row">{c.word}</th>
                <td className="soft">
                  {c.before === 0 ? 'new' : percent(c.before)} → {percent(c.after)}
                </td>
                <td
                  title={exact(c.after - c.before)}
                  style={{ color: c.after > c.before ? 'var(--high)' : 'var(--low)' }}
                >
                  {c.after > c.before ? '▲ ' : '▼ '}
                  {percent(Math.abs(c.after - c.before))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
