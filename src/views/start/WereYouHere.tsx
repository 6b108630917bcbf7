import { Button } from '@mantine/core';
import { useState } from 'react';
import { forgetLeft, isOwnTab, leftHere, markTab } from '../../session/left';
import { dayAndTime, plural } from '../../ui/format';
import classes from './Start.module.css';

/** Asks whether what was written on this device is theirs who came: it may be somebody else’s, and is not shown unasked. */
export function WereYouHere() {
  const [left, setLeft] = useState(() => (isOwnTab() ? null : leftHere()));
  if (!left) return null;
  const no = () => {
    forgetLeft();
    setLeft(null);
  };
  return (
    <section className={classes.here} aria-label="Were you here before?">
      <p>
        {plural(left.reviews, 'review')} of {left.dataset.toLowerCase()} {left.reviews === 1 ? 'was' : 'were'}{' '}
        written on this device ({dayAndTime(left.at)}). By you?
      </p>
      <Button component="a" size="lg" href={left.address} onClick={markTab} className={classes.button ?? ''}>
        Yes, go on
      </Button>
      <Button variant="subtle" size="lg" className={classes.button ?? ''} onClick={no}>
        No, begin anew
      </Button>
    </section>
  );
}
