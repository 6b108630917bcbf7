import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NumberRef } from '../../engine/openedNumber';
import type { Reasons } from '../../engine/questions/recommend';
import { useAct, useSession } from '../../session/part';
import { pick, useWaterfall } from '../../session/timeline';
import { selectItem } from '../../session/verbs';
import { liking } from '../../ui/colors';
import { BAR_TABLE, Bar } from '../../ui/figure/Bar';
import { SUM_TONES, totalRow, waterfall } from '../../ui/figure/bars';
import { DataTable } from '../../ui/figure/DataTable';
import { spread } from '../../ui/figure/figure';
import { aOf, count, hundredths, plural, signedThousandths } from '../../ui/format';
import { Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { ScoreNumber } from '../shared/ScoreNumber';
import { rowsOf } from '../shared/sums/ChoiceSum';
import { sumOf } from '../shared/sums/Terms';
import { useItemNoun, useKind } from '../shared/useKind';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly open?: NumberRef | undefined;
  /** Interaction it belongs to. */
  readonly of?: string;
}

/** Interactions shown one by one; the others are summed. */
const SHOWN = 8;

/** All terms of the score, in the order in which they are added: interactions one by one, as they happened. */
const stepsOf = (fall: Reasons, person: string, all: boolean): Step[] =>
  rowsOf(fall, { person, item: fall.item, own: 'the' }).flatMap(
    ({ key, name: label, value, open, parts }) => {
      if (key !== 'reviews' || !parts) return [{ key, label, value, open }];
      const shown = new Map(parts.rows.slice(0, all ? undefined : SHOWN).map((one) => [one.key, one]));
      const rest = parts.rows.slice(shown.size);
      return [
        ...fall.reviews.flatMap(({ key: of, name }): Step[] => {
          const one = shown.get(of);
          return one ? [{ key: of, of, label: name, value: one.value, open: one.open }] : [];
        }),
        ...(rest.length > 0
          ? [{ key: 'rest', label: plural(rest.length, 'other interaction'), value: sumOf(rest) }]
          : []),
      ];
    },
  );

/** The choice score of the chosen item as a sum over the person's history. */
export function WaterfallCard() {
  const act = useAct();
  const { answer: fall, of, asking } = useWaterfall();
  const item = useSession((s) => s.view?.item?.summary);
  const first = useSession((s) => s.view?.recommendations[0]?.item);
  const kind = useKind();
  const noun = useItemNoun().one;
  const [all, setAll] = useState(false);
  if (!item)
    return (
      <section className="card" aria-label="Waterfall">
        <h2>Where a choice score comes from</h2>
        <p className="soft">
          What the list is sorted by is a sum over this history. Choose {aOf(noun)} to see it.
        </p>
        {first && (
          <Button
            mt={8}
            maw="100%"
            size="compact-md"
            variant="light"
            onClick={() => act(selectItem(first.id))}
            data-testid="take-first"
          >
            Take {first.name}, the first pick
          </Button>
        )}
      </section>
    );
  if (!fall || !of)
    return asking ? (
      <section className="card" aria-label="Waterfall">
        <h2>Where a choice score comes from</h2>
        <Waiting>Its parts are being worked out…</Waiting>
      </section>
    ) : null;
  const { choice, reviewed, reviews } = fall;
  let level = 0;
  const bars = stepsOf(fall, of.person, all).map((step) => {
    const from = level;
    level += step.value;
    return { ...step, from, to: level };
  });
  const sum: (typeof bars)[number] = {
    key: 'sum',
    label: 'choice score',
    value: choice.score,
    from: choice.score,
    to: choice.score,
  };
  const low = Math.min(...bars.flatMap((b) => [b.from, b.to]));
  const high = Math.max(...bars.flatMap((b) => [b.from, b.to]));
  const place = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  return (
    <section
      className="card"
      aria-label="Waterfall"
      data-testid="waterfall"
      data-total={choice.score}
      data-item={fall.item}
    >
      <h2>
        {hundredths(choice.score)} for {fall.name}, as a sum
      </h2>
      <p className="soft">
        Its <Term name="choice score" />, by which the list is sorted. Each interaction’s part is exact: the{' '}
        <Term name="embedding" /> is the sum of what they left.
        {reviewed && ` This ${kind}’s own review of it is left out.`}
        {choice.times === Number.POSITIVE_INFINITY && ' Popularity alone counts, and no other term.'}
      </p>
      <DataTable
        title="Parts of the choice score"
        summary={spread(
          'Parts',
          bars.map(({ label, value }) => [label, value]),
          signedThousandths,
        )}
        className={BAR_TABLE}
        drawn
        bars={() => ({
          axis: `choice score of ${fall.name}, no unit`,
          tones: SUM_TONES,
          rows: [
            ...waterfall(
              bars.map(({ label, value }) => ({ name: label, value })),
              signedThousandths,
            ),
            totalRow(sum.label, choice.score, hundredths(choice.score)),
          ],
        })}
        spokenHeads={null}
        rows={bars}
        foot={[sum]}
        keyOf={({ key }) => key}
        row={(bar) => (bar === sum ? {} : { 'data-testid': 'waterfall-part', 'data-value': bar.value })}
        columns={[
          {
            head: 'part',
            value: ({ label }) => label,
            cell: ({ label }) => ({ title: label }),
            show: ({ label, of }) =>
              of ? (
                <button type="button" className="link" onClick={() => act(pick(of))}>
                  {label}
                </button>
              ) : (
                label
              ),
          },
          {
            head: 'bar',
            show: (bar) =>
              bar !== sum && (
                <Bar from={place(bar.from)} to={place(bar.to)} color={liking(Math.sign(bar.value))} />
              ),
          },
          {
            head: 'choice score',
            value: ({ value }) => value,
            show: (bar) =>
              bar === sum ? (
                <ScoreNumber choice={choice} person={of.person} item={fall.item} />
              ) : (
                <Num open={bar.open} value={bar.value} as={signedThousandths} />
              ),
          },
        ]}
      />
      {choice.times !== Number.POSITIVE_INFINITY && reviews.length > SHOWN && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? `Show the ${SHOWN} largest` : `Show all ${count(reviews.length)} interactions`}
        </button>
      )}
    </section>
  );
}
