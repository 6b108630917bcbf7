import { Button } from '@mantine/core';
import { useState } from 'react';
import { useVerb } from '../../session/part';
import { hiddenIn, showEverything, usePlay } from '../../session/play';
import { hiding } from '../shared/hiding';
import classes from './Play.module.css';

/** Columns of Explore of which one may be gone: the others share its room. */
const COLUMNS = ['who', 'list', 'middle'] as const;

/** What a teacher’s link makes of the page: what is left out, the size of its type, and a line that says so. */
export default function PlayPart() {
  const limits = usePlay();
  const hidden = hiddenIn(limits);
  // On a phone its parts are changed by the tabs below: without them there would be but one.
  const tabs = hidden.includes('nav') ? '[data-target~="nav"]:not([data-parts]) { display: none; }' : '';
  return (
    <>
      <style>{tabs + hiding(hidden.filter((name) => name !== 'nav'))}</style>
      <span
        hidden
        data-play
        data-large={limits.large}
        data-fewer={COLUMNS.some((name) => hidden.includes(name))}
        className={classes.look}
      />
      <Line />
    </>
  );
}

function Line() {
  const { hide, fixed } = usePlay();
  const show = useVerb(showEverything);
  const [shown, setShown] = useState(false);
  const limits = [hide.length > 0 && 'hides some of this page', fixed && 'keeps it to one person'];
  const said = limits.filter((one) => one !== false).join(' and ');
  if (!said && !shown) return null;
  return (
    <div className={classes.line} data-testid="play-line">
      <p role="status">{said ? `Your teacher’s link ${said}.` : 'All of the page is here now.'}</p>
      {said && (
        <Button
          variant="subtle"
          onClick={() => {
            setShown(true);
            show();
          }}
        >
          Show everything
        </Button>
      )}
    </div>
  );
}
