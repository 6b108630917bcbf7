import { useClickOutside } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct, useSession } from '../../session/part';
import { useOneStop } from '../../ui/useOneStop';
import { VIEWS } from '../registry';
import { hintOf } from '../shared/keys';
import classes from './Header.module.css';

/** The views of the page: side by side where there is room, else behind the name of the one that is open. */
export function ViewNav() {
  const act = useAct();
  const current = useSession((s) => s.screen);
  const [unfolded, setUnfolded] = useState(false);
  const oneStop = useOneStop<HTMLElement>();
  const outside = useClickOutside(() => setUnfolded(false));
  const { label } = VIEWS.find(({ name }) => name === current) ?? VIEWS[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div
      ref={outside}
      className={classes.places}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setUnfolded(false);
      }}
    >
      <button
        type="button"
        className={classes.where}
        data-target="nav"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
        data-testid="views"
      >
        <span className="visually-hidden">Views, now </span>
        {label}
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
      <nav
        {...oneStop}
        className={classes.views}
        aria-label="Views"
        data-target="nav"
        data-unfolded={unfolded}
      >
        {VIEWS.map(({ name, label, opens, tab }) => (
          <button
            key={name}
            type="button"
            aria-current={name === current ? 'page' : undefined}
            title={hintOf(opens)}
            data-tab={tab}
            onClick={() => {
              setUnfolded(false);
              act(opens.perform);
            }}
            data-testid={`view-${name}`}
          >
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}
