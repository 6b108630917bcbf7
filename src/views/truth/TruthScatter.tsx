import type { Measure, ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { Drawing } from '../../ui/figure/Drawing';
import { lazyPart } from '../../ui/Part';
import { MEASURES, truthTitle } from './sentences';
import { WordTable } from './WordTable';

const ScatterChart = lazyPart(() => import('./ScatterChart'), {
  waiting: <div style={{ minHeight: 250 }} />,
});

interface Props {
  readonly report: ReviewFaithfulness;
  readonly measure: Measure;
}

/** Each word by its attention and by what masking it changes, as a chart or as a table. */
export function TruthScatter({ report, measure }: Props) {
  const { words, key } = report;
  const points = words.flatMap(({ word, attention, change }) =>
    change ? [{ word, x: attention, y: Math.abs(change[measure]) }] : [],
  );
  return (
    <Drawing
      title={`Attention of each word, and the change of ${MEASURES[measure].label}`}
      summary={`${truthTitle(report, measure)}.`}
      table={(seen) => <WordTable words={words} review={seen ? key : null} />}
    >
      <div aria-hidden="true" data-testid="truth-scatter">
        <p className="axis note">↑ {MEASURES[measure].axis}</p>
        <ScatterChart points={points} />
        <p className="axis note" data-end="x">
          attention, share of the review →
        </p>
      </div>
    </Drawing>
  );
}
