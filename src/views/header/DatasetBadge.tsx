import { IconChevronDown } from '@tabler/icons-react';
import { actions } from '../../session/actions';
import { useSession } from '../../session/store';
import classes from './Header.module.css';

/** Which data are on the screen; opens the gallery of data sets. */
export function DatasetBadge() {
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  return (
    <button
      type="button"
      className={classes.badge}
      aria-haspopup="dialog"
      onClick={actions.datasets.perform}
      data-testid="dataset-badge"
    >
      <span className={classes.dataset} title={dataset.name}>
        {dataset.name}
      </span>{' '}
      · {dataset.planted ? 'made up' : 'real data'}
      <IconChevronDown size={14} aria-hidden="true" />
    </button>
  );
}
