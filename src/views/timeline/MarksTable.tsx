import type { LeftOut } from '../../engine/questions/leaveOneOut';
import type { Timeline, TimelineEntry } from '../../engine/questions/timeline';
import { setSizing, useSizing } from '../../session/leftOut';
import { useAct, useSession } from '../../session/part';
import { Fold } from '../../ui/Fold';
import { DataTable } from '../../ui/figure/DataTable';
import type { Column } from '../../ui/figure/figure';
import { count, day, distance, given, hundredths, percent, rating } from '../../ui/format';

interface Props {
  readonly timeline: Timeline;
  /** Null until it is worked out. */
  readonly leftOut: ReadonlyMap<string, LeftOut> | null;
}

const DATE: Column<TimelineEntry> = {
  head: 'Date',
  value: ({ time }) => (time === null ? null : day(time)),
};

/** The same as a table: what is left of each, and what would be different without it. */
export function MarksTable({ timeline, leftOut }: Props) {
  const act = useAct();
  const item = useSession((s) => s.view?.item?.summary.name);
  const sizing = useSizing((s) => s.sizing);
  const without = (
    quantity: string,
    what: string,
    value: (one: LeftOut) => number | null,
    as: (value: number) => string,
  ): Column<TimelineEntry> => ({
    head: `${quantity} without it`,
    shownHead: `Without it: ${what}`,
    value: ({ key }) => {
      const one = leftOut?.get(key);
      return one ? value(one) : null;
    },
    as,
  });
  return (
    <Fold summary="As a table">
      {sizing === 'left' && !leftOut && (
        <p className="soft">
          The columns “without it” have not been worked out yet.{' '}
          <button type="button" className="link" onClick={() => act(setSizing('without'))}>
            Work them out
          </button>
        </p>
      )}
      <DataTable
        title="What is left of each interaction, how far it moved the state, its gates, and what would be different without it"
        summary={item ? `Predicted rating and choice score without it are those of ${item}.` : null}
        scroll="Interactions"
        rows={timeline.entries}
        keyOf={({ key }) => key}
        row={({ happened }) => ({ 'data-happened': happened })}
        columns={[
          {
            head: 'Interaction',
            value: ({ itemName, simulated, edited }, k) => ({
              'no.': k + 1,
              '': itemName,
              origin: simulated ? 'written here' : edited ? 'edited' : null,
            }),
            show: ({ itemName, simulated, edited }, k) =>
              `${count(k + 1)}. ${itemName}${simulated ? ' (written here)' : ''}${edited ? ' (edited)' : ''}`,
          },
          ...(timeline.entries.some(({ time }) => time !== null) ? [DATE] : []),
          { head: 'Rating', value: (one) => one.rating, as: given },
          { head: '‖c‖ left', value: (one) => one.remaining, as: distance },
          {
            head: 'Share',
            value: ({ happened, share }) => (happened ? share : null),
            show: ({ happened, share }) => (happened ? percent(share) : 'not yet'),
          },
          { head: 'Moved', value: ({ change }) => change.distance, as: distance },
          { head: 'Kept (mean z)', value: ({ change }) => change.updateGate, as: percent },
          { head: 'Seen (mean r)', value: ({ change }) => change.resetGate, as: percent },
          without('Embeddings apart', 'embeddings apart', ({ moved }) => moved, distance),
          ...(item
            ? [
                without('Predicted rating', `predicted rating of ${item}`, (found) => found.rating, rating),
                without('Choice score', `choice score of ${item}`, (found) => found.choice, hundredths),
              ]
            : []),
          without(
            'Others in the first ten',
            'others among the first ten of the list',
            ({ replaced }) => replaced,
            String,
          ),
        ]}
      />
      <p className="soft">
        What is left of the initial state: {distance(timeline.initial)}. The vectors behind these lengths add
        up to the state exactly; lengths do not, as vectors point different ways.
      </p>
    </Fold>
  );
}
