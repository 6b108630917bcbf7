import { Button, Progress } from '@mantine/core';
import { solveEase, useEase } from '../../session/others';
import { stopAsking, useAct } from '../../session/part';
import { wholePercent } from '../../ui/format';
import { Failed } from '../../ui/Status';
import { errorWords } from '../shared/problemWords';
import { useKind } from '../shared/useKind';
import classes from './Others.module.css';
import { howText, nothingKnown, tooManyText } from './sentences';

/** How far EASE is, how it came to its list, or why there is none. */
export function EaseState() {
  const act = useAct();
  const { asking, asked, of, progress, answer, failure } = useEase();
  const kind = useKind();
  // What is only brought up to date tells no progress.
  if (asking && progress !== null)
    return (
      <div className={classes.running} data-testid="ease-running">
        <Progress value={100 * progress} aria-label="Solving EASE" />
        <span className="soft">
          Solving: {wholePercent(progress)}. It works beside the page, which stays free.
        </span>
        <Button onClick={() => act(stopAsking(useEase))} data-testid="ease-stop">
          Stop
        </Button>
      </div>
    );
  if (failure) return <Failed why={errorWords(failure)}>EASE could not be solved</Failed>;
  if (!asking && asked !== null && asked !== of)
    return (
      <div className={classes.running}>
        <span className="soft">Stopped before it was solved.</span>
        <Button onClick={() => act(solveEase)} data-testid="ease-solve">
          Solve EASE
        </Button>
      </div>
    );
  if (!answer) return null;
  const text = 'tooMany' in answer ? tooManyText(answer) : answer.list ? howText(answer) : nothingKnown(kind);
  return (
    <p className="note" data-testid="ease-state" data-how={'how' in answer ? answer.how : 'too-many'}>
      {text}
    </p>
  );
}
