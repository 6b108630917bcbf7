import type { DimensionReport } from '../../engine/questions/dimension';
import { BAR_TABLE, SignedBar } from '../../ui/figure/Bar';
import { fromZero } from '../../ui/figure/bars';
import { DataTable } from '../../ui/figure/DataTable';
import { spread } from '../../ui/figure/figure';
import { count, signedThousandths } from '../../ui/format';

/** What single words and single ratings do to it, each in a review that says nothing else. */
export function Moves({ report, noun }: { report: DimensionReport; noun: string }) {
  const { words, ratings } = report;
  const rows = [
    ...words.up.map((one) => ({ ...one, group: 'Up' })),
    ...words.down.toReversed().map((one) => ({ ...one, group: 'Down' })),
  ];
  const most = Math.max(...rows.map((one) => Math.abs(one.change))) || 1;
  return (
    <>
      <DataTable
        title="Words that move it furthest up and down"
        summary={spread(
          'Changes of the dimension',
          rows.map(({ word, change }) => [word, change]),
          signedThousandths,
        )}
        titled={<strong>Words that move it furthest up and down</strong>}
        className={BAR_TABLE}
        spokenHeads
        drawn
        bars={() => ({
          axis: 'change of the dimension, no unit',
          tones: [
            { name: 'up', color: 'var(--above)' },
            { name: 'down', color: 'var(--below)' },
          ],
          rows: rows.map(({ word, change }) => ({
            name: word,
            bars: fromZero(change, change < 0 ? 1 : 0),
            text: signedThousandths(change),
          })),
        })}
        rows={rows}
        keyOf={({ group, word }) => `${group} ${word}`}
        row={({ change }) => ({ 'data-testid': 'dimension-word', 'data-change': change })}
        columns={[
          { head: 'Word', value: ({ word }) => word },
          {
            head: 'Bar',
            show: ({ change }) => (
              <SignedBar value={change} reach={most} color={change < 0 ? 'var(--below)' : 'var(--above)'} />
            ),
          },
          { head: 'Change of the dimension', value: ({ change }) => change, as: signedThousandths },
        ]}
      />
      <p className="soft">
        A review of this one word, of a new {noun}, run through the real cells; the {count(words.tried)} most
        frequent keywords were tried. A word that the model does not know moves it by{' '}
        {signedThousandths(words.unknown)}: that is what any text does.
      </p>
      <DataTable
        title="Ratings that move it"
        titled
        full
        rows={ratings.toSorted((a, b) => Math.abs(b.above - b.below) - Math.abs(a.above - a.below))}
        columns={[
          { head: 'A review of this rating alone', value: ({ label }) => label },
          { head: 'σ above the mean', value: ({ above }) => above, as: signedThousandths },
          { head: 'σ below', value: ({ below }) => below, as: signedThousandths },
          { head: 'Difference', value: ({ above, below }) => above - below, as: signedThousandths },
        ]}
      />
      <p className="soft">σ is one standard deviation of that rating in the training part.</p>
    </>
  );
}
