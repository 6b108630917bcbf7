import type { Evidence } from '../../engine/questions/evidence';
import { onOneAxis, type Panel, Panels } from '../../ui/curves/Panels';
import { styleOf } from '../../ui/curves/SeriesMark';
import { capital } from '../../ui/format';
import { MODALITIES } from '../../vocabulary';
import { Figure } from './Figure';
import { bandOf, missingReading, noBetterThanNone } from './missingSentences';
import { DIGITS, MODALITY, missingTitle } from './sentences';

const WHEN = {
  inference: 'missing when predicting',
  training: 'missing in training',
  both: 'missing in both',
} as const;

const share = (x: number): string => `${Math.round(100 * x)}\u00a0%`;

function panelsOf(evidence: Evidence): Panel[] {
  return MODALITIES.flatMap((modality) => {
    const rows = evidence.missing.filter((one) => one.modality === modality);
    if (rows.length === 0) return [];
    return [
      {
        key: modality,
        title: capital(MODALITY[modality]),
        yLabel: 'RMSE, stars',
        digits: DIGITS,
        series: (Object.keys(WHEN) as (keyof typeof WHEN)[]).flatMap((when, place) => {
          const points = rows
            .filter((one) => one.when === when)
            .map((one) => ({ x: one.share, value: one.rmse.mean, ...bandOf(one) }));
          return points.length > 0
            ? [{ key: when, label: capital(WHEN[when]), style: styleOf(place), band: true, points }]
            : [];
        }),
      },
    ];
  });
}

/** The error when a share of one modality is gone. */
export function Missing({ evidence }: { evidence: Evidence }) {
  const panels = panelsOf(evidence);
  if (panels.length === 0) return null;
  const title = missingTitle(evidence);
  return (
    <Figure
      title={title}
      reading={[missingReading(evidence), noBetterThanNone(evidence)].filter(Boolean).join(' ')}
      definition={evidence.protocol.missing}
      testId="evidence-missing"
    >
      <Panels title={title} panels={onOneAxis(panels)} xLabel="share removed" xText={share} />
    </Figure>
  );
}
