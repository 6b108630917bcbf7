import { Button, Progress } from '@mantine/core';
import { stopExperiment } from '../../session/experiments';
import { useAct } from '../../session/part';
import classes from './Labs.module.css';

/** Looks of what begins an experiment. */
export const BEGIN = { variant: 'filled', size: 'compact-md' } as const;

/** How far an experiment is, and the way to stop it. */
export function Running({ done, total, text }: { done: number; total: number; text: string }) {
  const act = useAct();
  return (
    <div className={classes.running} data-testid="lab-running">
      <Progress value={total > 0 ? (100 * done) / total : 0} aria-label={text} />
      <span className="soft">{text}</span>
      <Button onClick={() => act(stopExperiment)} data-testid="lab-stop">
        Stop
      </Button>
    </div>
  );
}
