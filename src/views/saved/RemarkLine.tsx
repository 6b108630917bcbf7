import { Button, Group } from '@mantine/core';
import { useAct } from '../../session/part';
import type { Offer, Remark, Spot } from '../../session/savedState';
import { saidWords } from '../shared/saidWords';
import classes from './Saved.module.css';

const OFFERS: Record<Offer, string> = {
  undo: 'Undo',
  'bring-back': 'Bring back',
  'start-afresh': 'Start afresh',
  datasets: 'Data sets',
};

/** A remark and the one thing to do about it. */
export function RemarkLine({ remark: { said, offer }, spot }: { remark: Remark; spot: Spot }) {
  const act = useAct();
  return (
    <Group className={classes.line} gap="6px 12px">
      <span>{saidWords(said)}</span>
      {offer && (
        <Button onClick={() => act(offer.take(spot))} data-testid={`${spot}-offer`}>
          {OFFERS[offer.to]}
        </Button>
      )}
    </Group>
  );
}
