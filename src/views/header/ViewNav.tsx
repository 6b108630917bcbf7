import { useEffect, useRef } from 'react';
import { useAct, useSession } from '../../session/part';
import { VIEWS } from '../registry';
import { hintOf } from '../shared/keys';
import classes from './Header.module.css';

/** The views of the page. */
export function ViewNav() {
  const act = useAct();
  const current = useSession((s) => s.screen);
  const nav = useRef<HTMLElement>(null);
  // On a phone the current one may lie outside of what is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current view is what it waits for
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className={classes.views} aria-label="Views" ref={nav}>
      {VIEWS.map(({ name, label, opens }) => (
        <button
          key={name}
          type="button"
          aria-current={name === current ? 'page' : undefined}
          title={hintOf(opens)}
          onClick={() => act(opens.perform)}
          data-testid={`view-${name}`}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
