import type { Evidence } from '../../engine/questions/evidence';
import { type Panel, Panels } from '../../ui/curves/Panels';
import { styleOf } from '../../ui/curves/SeriesMark';
import { count, percent } from '../../ui/format';
import { SIDES } from '../../vocabulary';
import { DotPlot, type DotRow } from './DotPlot';
import classes from './Evidence.module.css';
import { Figure } from './Figure';
import { DIGITS, faithfulTitle, usedMethod } from './sentences';

type Measured = NonNullable<Evidence['faithfulness']>;

/** The page's own method first, so that it has the heaviest line. */
const ordered = (faithfulness: Measured): Measured['methods'] => {
  const used = usedMethod(faithfulness);
  return faithfulness.methods.toSorted((a, b) => Number(b === used) - Number(a === used));
};

function panelsOf(faithfulness: Measured): Panel[] {
  const parts = [
    { key: 'comprehensiveness', title: 'The heaviest words masked: higher is better' },
    { key: 'sufficiency', title: 'Only the heaviest words kept: lower is better' },
  ] as const;
  return parts.map(({ key, title }) => ({
    key,
    title,
    yLabel: 'change, stars',
    digits: DIGITS,
    series: ordered(faithfulness).map((method, place) => ({
      key: method.id,
      label: method.label + (method.used ? ', as on the page' : ''),
      style: styleOf(place),
      band: true,
      points: method[key].map(({ words, change }) => ({ x: words, ...change })),
    })),
  }));
}

const correlationRows = (faithfulness: Measured): DotRow[] =>
  ordered(faithfulness).map(({ id, label, used, rankCorrelation }) => ({
    key: id,
    label,
    strong: used,
    point: rankCorrelation,
  }));

/** Whether the words that an explanation names are the words that moved the prediction. */
export function Faithfulness({ evidence }: { evidence: Evidence }) {
  const { faithfulness, protocol } = evidence;
  if (!faithfulness) return null;
  const title = faithfulTitle(faithfulness);
  return (
    <Figure
      title={title}
      reading={`Mean change of the predicted rating in stars, over ${count(faithfulness.interactions)} reviews. Bands are 95\u00a0% intervals.`}
      definition={protocol.faithfulness}
      testId="evidence-faithfulness"
    >
      <Panels title={title} panels={panelsOf(faithfulness)} xLabel="words" />
      <Beside faithfulness={faithfulness} />
    </Figure>
  );
}

/** Method by method, and against the truth where it is known. */
function Beside({ faithfulness }: { faithfulness: Measured }) {
  return (
    <>
      <h3 className={classes.part}>Does a heavier word change more?</h3>
      <p className="soft">
        Rank correlation of a word’s weight with the change when that word alone is masked: 1 is the same
        order, 0 no relation. Masking is 1 by construction, and the word effect contains it; the curves above
        favour neither.
      </p>
      <DotPlot
        caption="Rank correlation of each method with its 95&nbsp;% interval"
        labelHead="Method"
        plotHead="correlation"
        signs={[{ name: 'lines: 95 % intervals' }]}
        rows={correlationRows(faithfulness)}
      />
      {faithfulness.planted && <Planted planted={faithfulness.planted} />}
    </>
  );
}

/** Only where the truth is known. */
function Planted({ planted }: { planted: NonNullable<Measured['planted']> }) {
  const { share, n } = planted.topReason;
  return (
    <>
      <h3 className={classes.part}>Does it find the truth that was planted?</h3>
      <p className="soft">
        This data set was made with known tastes. Of the five heaviest keywords, the share that names one; and
        the first reason of a recommendation names a planted cause in{' '}
        <strong data-testid="top-reason">{percent(share.value)}</strong> of {count(n)} cases (95&nbsp;%
        interval {percent(share.low)} to {percent(share.high)}).
      </p>
      {SIDES.map((side) => {
        const rows = planted.precision.filter((one) => one.side === side);
        return (
          rows.length > 0 && (
            <DotPlot
              key={side}
              caption="Share of the five heaviest keywords that name a planted cause"
              labelHead={side === 'user' ? 'Tastes of people' : 'Traits of items'}
              plotHead="precision@5"
              signs={[{ name: 'lines: 95 % intervals' }]}
              rows={rows.map(({ method, precision }) => ({ key: method, label: method, point: precision }))}
            />
          )
        );
      })}
    </>
  );
}
