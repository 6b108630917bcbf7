import type { Evidence } from '../../engine/questions/evidence';
import { axisFor, DotPlot, type DotRow } from './DotPlot';
import classes from './Evidence.module.css';
import { Measured } from './Measured';
import { delta, intervalText, METRICS, meanParts, meanText } from './metrics';
import { isPart } from './partsWorth';
import { type Change, changesOf, changesTitle, pays } from './sentences';

const { digits } = METRICS.rmse;

function rowOf(change: Change): DotRow {
  const { row, difference, interval } = change;
  const kept = row.kept === undefined ? '' : row.kept ? 'ships' : 'does not ship';
  const seeds = `${row.seeds.length > 1 ? 'seeds' : 'seed'} ${row.seeds.join(', ')}`;
  const tone = interval === null ? 'open' : pays(change) ? 'worse' : interval.high < 0 ? 'better' : 'open';
  return {
    key: row.id,
    label: row.label,
    note: [row.settings, kept, seeds].filter(Boolean).join(' · '),
    cells: [{ shown: meanText(row.metrics.rmse, digits), value: meanParts(row.metrics.rmse) }],
    point: interval ?? { value: difference, low: difference, high: difference },
    measured: interval !== null,
    tone,
    text: `${delta(difference, digits)} ${interval ? intervalText(interval, digits) : 'no interval'}`,
  };
}

/** What else was taken away, and what was tried: how much larger or smaller the error became. */
export function Changes({ evidence }: { evidence: Evidence }) {
  const ablations = changesOf(evidence, 'ablation').filter(({ row }) => !isPart(row));
  const trials = changesOf(evidence, 'trial');
  if (ablations.length + trials.length === 0) return null;
  const axis = axisFor([...ablations, ...trials].map(rowOf));
  return (
    <section className="card" aria-label="Ablations and trials" data-testid="evidence-changes">
      <h2>{changesTitle(ablations, trials)}</h2>
      <p className={`soft ${classes.reading}`}>
        Dots: RMSE of the changed model − RMSE of the shipped one on the same seeds, with the 95&nbsp;%
        interval; right of zero the change makes the error larger. Hollow: no interval was measured.
      </p>
      {[
        { name: 'Taken away', changes: ablations },
        { name: 'Tried', changes: trials },
      ].map(
        ({ name, changes }) =>
          changes.length > 0 && (
            <DotPlot
              key={name}
              caption={`${name}: RMSE, and the difference to the shipped model with its 95\u00a0% interval`}
              labelHead={name}
              cellHeads={['RMSE']}
              plotHead="ΔRMSE"
              signs={[{ name: 'in stars; lines: 95 % intervals' }]}
              rows={changes.map(rowOf)}
              ends={['smaller error', 'larger error']}
              axis={axis}
            />
          ),
      )}
      <Measured
        definition={`${evidence.protocol.split} ${evidence.protocol.errors} ${evidence.protocol.comparison}`}
      />
    </section>
  );
}
