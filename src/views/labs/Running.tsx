import { Button, Progress } from '@mantine/core';
import { type Experiment, stopExperiment, useLabs } from '../../session/labs';
import classes from './Labs.module.css';

/** How far an experiment is, and the way to stop it. */
export function Running({ done, total, text }: { done: number; total: number; text: string }) {
  return (
    <div className={classes.running} data-testid="lab-running">
      <Progress value={total > 0 ? (100 * done) / total : 0} color="drex" aria-label={text} />
      <span className="soft">{text}</span>
      <Button size="compact-sm" variant="default" onClick={stopExperiment} data-testid="lab-stop">
        Stop
      </Button>
    </div>
  );
}

/** What went wrong with an experiment, in words. */
export function LabError({ of }: { of: Experiment }) {
  const failure = useLabs((s) => s.failure);
  if (failure?.of !== of) return null;
  return (
    <p role="alert" className={classes.error}>
      This could not be worked out: {failure.message}
    </p>
  );
}
