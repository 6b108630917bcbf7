import type { WordChange } from '../../engine/change';
import { DataTable } from '../../ui/figure/DataTable';
import { moveOf } from '../../ui/format';
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
        <p className="soft">No word changed enough to see.</p>
      ) : (
        <DataTable
          title={`${title}: weight in the profile`}
          className={`wide-table ${classes.table}`}
          spokenHeads
          rows={shown}
          keyOf={({ word }) => word}
          columns={[
            { head: 'Word', value: ({ word }) => word },
            {
              head: 'Weight in the profile',
              value: ({ before, after }) => ({ before, after }),
              show: ({ before, after, move }) =>
                `${before === 0 ? 'new' : move.before} → ${after === 0 ? 'gone' : move.after}`,
              className: 'soft',
            },
            {
              head: 'Change',
              value: ({ before, after }) => after - before,
              show: ({ before, after, move }) =>
                `${after > before ? '▲' : '▼'} ${move.change.replace(/^[+−]/, '')}`,
            },
          ]}
        />
      )}
    </div>
  );
}
