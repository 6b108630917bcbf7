import { IconChevronDown } from '@tabler/icons-react';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import classes from './Header.module.css';

/** Which data are on the screen; opens the gallery of data sets. */
export function DatasetBadge() {
  const act = useAct();
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  return (
    <button
      type="button"
      className={classes.badge}
      aria-haspopup="dialog"
      onClick={() => act(actions.datasets.perform)}
      data-testid="dataset-badge"
    >
      <span className={`ellipsis ${classes.dataset}`} title={dataset.name}>
        {dataset.name}
      </span>{' '}
      · {dataset.planted ? 'made up' : 'real data'}
      <IconChevronDown size={14} aria-hidden="true" />
    </button>
  );
}
