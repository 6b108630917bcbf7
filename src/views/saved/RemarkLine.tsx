import { Button } from '@mantine/core';
import { useAct } from '../../session/part';
import type { Remark, Spot } from '../../session/savedState';
import classes from './Saved.module.css';

/** A remark and the one thing to do about it. */
export function RemarkLine({ remark: { text, offer }, spot }: { remark: Remark; spot: Spot }) {
  const act = useAct();
  return (
    <span className={classes.line}>
      <span>{text}</span>
      {offer && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => act(offer.take(spot))}
          data-testid={`${spot}-offer`}
        >
          {offer.label}
        </Button>
      )}
    </span>
  );
}
