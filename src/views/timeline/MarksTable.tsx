import type { LeftOut } from '../../engine/questions/leaveOneOut';
import type { Timeline } from '../../engine/questions/timeline';
import { setSizing, useSizing } from '../../session/leftOut';
import { useAct, useSession } from '../../session/part';
import { says, saysOnly } from '../../ui/cell';
import { Fold } from '../../ui/Fold';
import { distance, given, hundredths, percent, rating } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';

interface Props {
  readonly timeline: Timeline;
  /** Null until it is worked out. */
  readonly leftOut: ReadonlyMap<string, LeftOut> | null;
}

/** The same as a table: what is left of each, and what would be different without it. */
export function MarksTable({ timeline, leftOut }: Props) {
  const act = useAct();
  const item = useSession((s) => s.view?.item?.summary.name);
  const sizing = useSizing((s) => s.sizing);
  const without = (key: string, value: (one: LeftOut) => number | null, text: (value: number) => string) => {
    const one = leftOut?.get(key);
    const found = one ? value(one) : null;
    return <td {...saysOnly(found)}>{found === null ? '–' : text(found)}</td>;
  };
  return (
    <Fold summary="As a table">
      {sizing === 'left' && !leftOut && (
        <p className="soft">
          The columns “without it” are not worked out yet.{' '}
          <button type="button" className="link" onClick={() => act(setSizing('without'))}>
            Work them out
          </button>
        </p>
      )}
      <Table
        scroll="Interactions"
        spoken="What is left of each interaction, how far it moved the state, its gates, and what would be different without it"
        heads={[
          'Interaction',
          'Rating',
          '‖c‖ left',
          'Share',
          'Moved',
          'Kept (mean z)',
          'Seen (mean r)',
          'Without it: embeddings apart',
          ...(item ? [`Without it: predicted rating of ${item}`, `Without it: choice score of ${item}`] : []),
          'Without it: others among the first ten of the list',
        ]}
      >
        <tbody>
          {timeline.entries.map((one, k) => (
            <tr key={one.key} data-happened={one.happened}>
              <th
                scope="row"
                {...says({
                  'no.': k + 1,
                  '': one.itemName,
                  origin: one.simulated ? 'simulated' : one.edited ? 'edited' : null,
                })}
              >
                {k + 1}. {one.itemName}
                {one.simulated && ' (simulated)'}
                {one.edited && ' (edited)'}
              </th>
              <td>{one.rating === null ? '–' : given(one.rating)}</td>
              <NumberCell of={one.remaining} as={distance} />
              <td {...saysOnly(one.happened ? one.share : null)}>
                {one.happened ? percent(one.share) : 'not yet'}
              </td>
              <NumberCell of={one.change.distance} as={distance} />
              <NumberCell of={one.change.updateGate} as={percent} />
              <NumberCell of={one.change.resetGate} as={percent} />
              {without(one.key, ({ moved }) => moved, distance)}
              {item && without(one.key, (found) => found.rating, rating)}
              {item && without(one.key, (found) => found.choice, hundredths)}
              {without(one.key, ({ replaced }) => replaced, String)}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="soft">
        Left of the initial state: {distance(timeline.initial)}. The vectors behind these lengths add up to
        the state exactly; lengths do not, where vectors point apart.
      </p>
    </Fold>
  );
}
