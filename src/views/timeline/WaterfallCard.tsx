import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Waterfall } from '../../engine/answers';
import { useAct, useSession } from '../../session/part';
import { pick, useWaterfall } from '../../session/timeline';
import { selectItem } from '../../session/verbs';
import { liking } from '../../ui/colors';
import { count, exact, plural, rating, signedThousandths } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { NumberCell } from '../../ui/Table';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { waterfallRemark } from './sentences';
import classes from './Waterfall.module.css';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Interaction it belongs to. */
  readonly of?: string;
}

/** Interactions shown one by one; the others are summed. */
const SHOWN = 8;

function stepsOf(fall: Waterfall, all: boolean): Step[] {
  const heaviest = fall.interactions.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = new Set(all ? fall.interactions : heaviest.slice(0, SHOWN));
  const rest = fall.interactions.filter((one) => !shown.has(one));
  const restSum = rest.reduce((sum, one) => sum + one.value, 0);
  return [
    { key: 'mean', label: 'mean of all ratings', value: fall.prediction.mean },
    { key: 'item', label: 'item’s bias', value: fall.prediction.itemBias },
    { key: 'level', label: 'person’s level', value: fall.personLevel },
    { key: 'initial', label: 'left of the initial state', value: fall.initial },
    ...fall.interactions
      .filter((one) => shown.has(one))
      .map((one) => ({ key: one.key, label: one.itemName, value: one.value, of: one.key })),
    ...(rest.length > 0
      ? [{ key: 'rest', label: `${plural(rest.length, 'other interaction')}`, value: restSum }]
      : []),
    { key: 'mlp', label: 'match, network', value: fall.prediction.mlp },
  ];
}

/** The predicted rating of the chosen item as a sum over the person's history. */
export function WaterfallCard() {
  const act = useAct();
  const fall = useWaterfall((s) => s.answer);
  const item = useSession((s) => s.view?.item?.summary);
  const expected = useSession((s) => s.view?.item?.prediction);
  const scale = useSession((s) => s.start?.dataset.rating);
  const first = useSession((s) => s.view?.recommendations[0]?.item);
  const [all, setAll] = useState(false);
  if (!item)
    return (
      <section className="card" aria-label="Waterfall">
        <h2>Where a predicted rating comes from</h2>
        <p className="soft">A predicted rating is a sum over this history. Choose an item to see it.</p>
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
  if (!fall) return null;
  const steps = stepsOf(fall, all);
  // The mean is large beside the rest: bars begin there.
  let level = fall.prediction.mean;
  const bars = steps.map((step) => {
    const from = step.key === 'mean' ? fall.prediction.mean : level;
    if (step.key !== 'mean') level += step.value;
    return { ...step, from, to: level };
  });
  const low = Math.min(...bars.flatMap((b) => [b.from, b.to]));
  const high = Math.max(...bars.flatMap((b) => [b.from, b.to]));
  const place = (value: number) => (high > low ? (100 * (value - low)) / (high - low) : 50);
  return (
    <section className="card" aria-label="Waterfall" data-testid="waterfall" data-total={fall.prediction.raw}>
      <h2>
        {rating(fall.prediction.rating)} for {item.name}, as a sum
      </h2>
      <p className="soft">
        Each interaction’s part is exact: the <Term name="embedding" /> is the sum of what they left.
        {waterfallRemark(fall.prediction, expected, scale)}
      </p>
      <table className={`wide-table ${classes.fall}`} data-figure>
        <caption className="visually-hidden">Parts of the predicted rating</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key} data-testid="waterfall-part" data-value={bar.value}>
              <th scope="row" title={bar.label}>
                {bar.of ? (
                  <button type="button" className="link ellipsis" onClick={() => act(pick(bar.of ?? null))}>
                    {bar.label}
                  </button>
                ) : (
                  bar.label
                )}
              </th>
              <td aria-hidden="true">
                <span
                  className={classes.bar}
                  style={{
                    left: `${place(Math.min(bar.from, bar.to))}%`,
                    width: `${Math.max(0.8, Math.abs(place(bar.to) - place(bar.from)))}%`,
                    background: bar.key === 'mean' ? 'var(--neutral)' : liking(Math.sign(bar.value)),
                  }}
                />
              </td>
              <td title={exact(bar.value)}>
                {bar.of ? (
                  <Num open={{ of: 'share', item: item.id, key: bar.of }} value={bar.value}>
                    {signedThousandths(bar.value)}
                  </Num>
                ) : bar.key === 'mean' ? (
                  rating(bar.value)
                ) : (
                  signedThousandths(bar.value)
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{cutSum(fall.prediction) === null ? 'predicted rating' : 'sum'}</th>
            <td />
            <NumberCell of={fall.prediction.raw} as={rating} />
          </tr>
        </tfoot>
      </table>
      {fall.interactions.length > SHOWN && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? `Show the ${SHOWN} largest` : `Show all ${count(fall.interactions.length)} interactions`}
        </button>
      )}
    </section>
  );
}
