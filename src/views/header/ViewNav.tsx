import { useEffect, useRef } from 'react';
import { type Action, actions } from '../../session/actions';
import type { Screen } from '../../session/link';
import { useSession } from '../../session/store';
import { shownKeys } from '../shared/keys';
import classes from './Header.module.css';

const VIEWS: readonly { screen: Screen; name: string; action: Action }[] = [
  { screen: 'explore', name: 'Explore', action: actions.explore },
  { screen: 'evidence', name: 'Evidence', action: actions.evidence },
  { screen: 'timeline', name: 'Timeline', action: actions.timeline },
  { screen: 'map', name: 'Map', action: actions.map },
  { screen: 'labs', name: 'Labs', action: actions.labs },
  { screen: 'microscope', name: 'Microscope', action: actions.microscope },
];

/** The views of the page. */
export function ViewNav() {
  const current = useSession((s) => s.screen);
  const nav = useRef<HTMLElement>(null);
  // On a phone the current one may lie outside of what is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current view is what it waits for
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className={classes.views} aria-label="Views" ref={nav}>
      {VIEWS.map(({ screen, name, action }) => (
        <button
          key={screen}
          type="button"
          aria-current={screen === current ? 'page' : undefined}
          title={`${action.label} (${shownKeys(action.keys ?? '')})`}
          onClick={action.perform}
          data-testid={`view-${screen}`}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
