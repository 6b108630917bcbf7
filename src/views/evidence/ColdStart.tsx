import type { Evidence } from '../../engine/questions/evidence';
import { onOneAxis, type Panel, Panels } from '../../ui/curves/Panels';
import { styleOf } from '../../ui/curves/SeriesMark';
import { SIDES } from '../../vocabulary';
import { Figure } from './Figure';
import { shippedRow } from './metrics';
import { coldTitle, DIGITS } from './sentences';

/** Bands of more lines than these would lie over one another. */
const MOST_BANDS = 3;

function panelsOf(evidence: Evidence): Panel[] {
  const own = shippedRow(evidence).id;
  const labels = new Map(evidence.models.map((one) => [one.id, one.label]));
  const models = [...new Set(evidence.coldStart.map((one) => one.model))];
  // DReX first, so that it has the heaviest line.
  models.sort((a, b) => Number(b === own) - Number(a === own));
  return SIDES.flatMap((side) => {
    const rows = evidence.coldStart.filter((one) => one.side === side);
    if (rows.length === 0) return [];
    return [
      {
        key: side,
        title: side === 'user' ? 'New people' : 'New items',
        yLabel: 'RMSE, stars',
        digits: DIGITS,
        series: models.map((model, place) => ({
          key: model,
          label: labels.get(model) ?? model,
          style: styleOf(place),
          band: model === own || models.length <= MOST_BANDS,
          points: rows.filter((one) => one.model === model).map(({ known, rmse }) => ({ x: known, ...rmse })),
        })),
      },
    ];
  });
}

/** The error where little is known of a person or an item. */
export function ColdStart({ evidence }: { evidence: Evidence }) {
  const panels = panelsOf(evidence);
  if (panels.length === 0) return null;
  const title = coldTitle(evidence);
  return (
    <Figure
      title={title}
      reading="RMSE in stars against how many interactions are known; lower is better. Bands are 95&nbsp;% intervals."
      definition={evidence.protocol.coldStart}
      testId="evidence-cold"
    >
      <Panels title={title} panels={onOneAxis(panels)} xLabel="known interactions" />
    </Figure>
  );
}
