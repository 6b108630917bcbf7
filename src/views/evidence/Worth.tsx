import type { Evidence } from '../../engine/questions/evidence';
import { useSession } from '../../session/part';
import { axisOf } from '../../ui/curves/scale';
import type { Key } from '../../ui/figure/key';
import { capital, fixed, listed } from '../../ui/format';
import { signsOf, Tones } from './DotPlot';
import { Lanes } from './Lanes';
import { delta, intervalText, METRICS } from './metrics';
import { Panel } from './Panel';
import { type Loss, type PartWorth, toneOf, worthSentence, worthsOf } from './partsWorth';

const { digits } = METRICS.rmse;
const short = (value: number): string => delta(value, 3);

const lossText = (name: string, { mean, value, measured, ...ends }: Loss): string =>
  `${name} ${fixed(mean, digits)}, so ${delta(value, digits)} lost${measured ? ` ${intervalText({ value, ...ends }, digits)}` : ''}`;

/** "Without overall ratings: NDCG@10 0.0712, so +0.0104 lost [−0.0056, 0.0253]; RMSE …" */
const lineOf = ({ part, list, rating }: PartWorth): string =>
  `Without ${part}: ${[list && lossText('NDCG@10', list), rating && lossText('RMSE', rating)].filter(Boolean).join('; ')}.`;

const pointOf = (loss: Loss | null) => loss && { ...loss, tone: toneOf(loss) };

const LOSSES = { better: 'clearly lost', open: 'cannot be told', worse: 'clearly gained' };

/** The key where not every value has an interval. */
const UNTOLD: Key = [
  { name: 'what is lost', color: 'var(--ink)', shape: 'disc' },
  { name: 'no interval was measured', color: 'var(--ink)', shape: 'ring' },
];

/** What the list and the guessed ratings lose when one part of the model, or of what it reads, is taken away. */
export function Worth({ evidence }: { evidence: Evidence }) {
  const hasAspects = useSession((s) => (s.start?.dataset.aspects.length ?? 0) > 0);
  const worths = worthsOf(evidence, hasAspects);
  const { rows, lacks, worlds } = worths;
  const { protocol } = evidence;
  const losses = rows.flatMap(({ list, rating }) => [list, rating]).filter((one) => one !== null);
  const [some, every] = [losses.some(({ measured }) => measured), losses.every(({ measured }) => measured)];
  const axisAt = (key: 'list' | 'rating') =>
    axisOf([0, ...rows.flatMap((row) => (row[key] ? [row[key].low, row[key].high] : []))], 2);
  return (
    <Panel
      title="What is each part worth?"
      said={worthSentence(worths)}
      measured={
        rows.length === 0
          ? null
          : {
              lines: rows.map(lineOf),
              definition: [
                'Each form is trained anew without the part; above zero, DReX is better with it.',
                worlds ? protocol.worlds : protocol.comparison,
                protocol.catalogue,
                protocol.errors,
              ].join(' '),
            }
      }
      testId="evidence-worth"
    >
      {rows.length > 0 && (
        <>
          <p className="note">
            What is lost without it{every ? '.' : '; hollow: no interval was measured.'}
            {some && <Tones {...LOSSES} />}
          </p>
          <Lanes
            caption="What is lost without each part"
            labelHead="Taken away"
            signs={[
              { name: 'axes: what NDCG@10, no unit, and RMSE, in stars, lose without it' },
              ...(some ? signsOf(LOSSES) : []),
              ...(every ? [] : UNTOLD),
            ]}
            rows={rows.map(({ id, part, note, list, rating }) => ({
              key: id,
              label: capital(part),
              note,
              points: [pointOf(list), pointOf(rating)],
            }))}
            plots={[
              { head: 'List (NDCG@10)', axis: axisAt('list'), as: short },
              { head: 'Ratings (RMSE)', axis: axisAt('rating'), as: short },
            ]}
          />
        </>
      )}
      {lacks.length > 0 && (
        <p className="note" data-testid="worth-lacks">
          Not measured yet: without {listed(lacks, 'disjunction')}.
        </p>
      )}
    </Panel>
  );
}
