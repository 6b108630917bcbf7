import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { isAltered } from '../../engine/alterations';
import type { Stage } from '../../engine/start';
import { useSession } from '../../session/part';
import { wholePercent } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { usePopover } from '../../ui/usePopover';
import classes from './Header.module.css';

const MenuContent = lazyPart(() => import('./MenuContent'));

/** What is done behind the first list. */
const DOING: { readonly [stage in Stage]?: string } = { vectors: 'loading', replay: 'replaying' };

/**
 * What is chosen once and then left alone: data set, computing, colours, saving. Its button says on which data the page runs,
 * and what is out of the ordinary: numbers not live yet, an altered model, a GPU that is only emulated.
 */
export function PageMenu() {
  const started = useSession((s) => s.start !== null);
  const { popover, button, close } = usePopover();
  if (!started) return null;
  return (
    <Popover width={360} position="bottom-end" {...popover}>
      <Popover.Target>
        <button
          type="button"
          className={classes.menu}
          aria-haspopup="dialog"
          data-target="menu"
          {...button}
          data-testid="page-menu"
        >
          <Status />
          <IconChevronDown size={16} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.tall} aria-label="Data, computing, colours, saving">
        <MenuContent close={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Status() {
  const start = useSession((s) => s.start);
  const source = useSession((s) => s.view?.source ?? 'stored');
  const progress = useSession((s) => s.progress);
  const altered = useSession((s) => isAltered(s.history.present));
  if (!start) return null;
  const { dataset, backend } = start;
  const doing = progress && DOING[progress.stage];
  const share =
    doing && progress.total > 0 ? ` · ${doing} ${wholePercent(progress.done / progress.total)}` : '';
  return (
    <>
      <span className={classes.dot} data-kind={altered ? 'altered' : source} />
      <span className={classes.dataset}>
        <span className="ellipsis" title={dataset.name}>
          {dataset.name}
        </span>
        {dataset.planted ? ' · made up' : ' · real data'}
      </span>
      <span
        className={`ellipsis ${classes.source}`}
        data-testid="source-badge"
        data-source={source}
        data-altered={altered}
      >
        {source === 'live' ? <span className="visually-hidden">live</span> : `stored${share}`}
        {altered && ' altered'}
      </span>
      <span
        data-testid="backend-badge"
        data-backend={backend.name}
        className={backend.software ? 'ellipsis' : 'visually-hidden'}
      >
        {backend.software ? `${backend.name}, emulated` : `computed on ${backend.name}`}
      </span>
    </>
  );
}
