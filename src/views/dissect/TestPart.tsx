import { Button, Progress } from '@mantine/core';
import { type Measured, measureAltered, useMeasured } from '../../session/dissect';
import { stopAsking, useAct, useSession } from '../../session/part';
import { count, exact, metric } from '../../ui/format';
import { Failed } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';

/** The altered model on the held-out interactions: did the part that was changed matter? */
export function TestPart() {
  const act = useAct();
  const { asking, progress, answer, of, failure } = useMeasured();
  const log = useSession((s) => s.history.present);
  if (asking)
    return (
      <div className="verbs" role="status">
        <Progress value={100 * (progress ?? 0)} aria-label="Measuring" style={{ flex: 1 }} />
        <Button size="compact-xs" onClick={() => act(stopAsking(useMeasured))}>
          Cancel
        </Button>
      </div>
    );
  const current = of === log ? answer : null;
  return (
    <>
      <Failed why={errorWords(failure)}>It could not be measured</Failed>
      {current ? (
        <p data-testid="dissect-measured" data-before={current.plain.mae} data-after={current.altered.mae}>
          On the {count(current.altered.n)} held-out ratings the mean error is{' '}
          <strong title={exact(current.altered.mae)}>{metric(current.altered.mae)}</strong> in place of{' '}
          <span title={exact(current.plain.mae)}>{metric(current.plain.mae)}</span>:{' '}
          {verdict(current.altered.mae - current.plain.mae)}
          <Lists {...current} />
        </p>
      ) : (
        <div className="verbs">
          <Button size="compact-xs" onClick={() => void act(measureAltered)} data-testid="dissect-measure">
            Measure on the held-out ratings
          </Button>
          <span className="soft">On the data set alone, without your reviews.</span>
        </div>
      )}
    </>
  );
}

/** How far up the lists, which are sorted by choice score, held-out favourites stand. */
function Lists({ plain, altered }: Measured) {
  const [before, after] = [plain.catalogueNdcg10, altered.catalogueNdcg10];
  if (before === null || after === null) return null;
  return (
    <>
      {' '}
      How far up the lists, sorted by <Term name="choice score" />, held-out favourites stand (NDCG@10):{' '}
      <strong title={exact(after)}>{metric(after)}</strong> in place of{' '}
      <span title={exact(before)}>{metric(before)}</span>.
    </>
  );
}

/** Differences below this are not worth a word, in rating units. */
const SLIGHT = 0.0005;

const verdict = (change: number): string =>
  Math.abs(change) < SLIGHT
    ? 'as good as before.'
    : change > 0
      ? 'it predicts ratings less well this way.'
      : 'it predicts ratings better this way.';
