import { Button, Switch } from '@mantine/core';
import { editsIn, mutedIn, reviewsIn } from '../../engine/edits';
import { type Action, actions } from '../../session/actions';
import { useSession } from '../../session/store';
import { plural } from '../../ui/format';
import type { Modality } from '../../vocabulary';
import { shownKeys } from '../shared/keys';
import classes from './Timeline.module.css';

/** What holds for the whole log: modalities taken from everybody, and the way back. */
export function Everywhere() {
  const log = useSession((s) => s.history.present);
  const aspects = useSession((s) => s.start?.dataset.aspects.length ?? 0);
  const muted = mutedIn(log);
  const off = (action: Action, label: string, modality: Modality) => (
    <Switch
      key={modality}
      label={label}
      checked={!muted.has(modality)}
      onChange={action.perform}
      title={`${action.label} (${shownKeys(action.keys ?? '')})`}
      data-testid={`everywhere-${modality}`}
    />
  );
  const reviews = reviewsIn(log).length;
  const edits = editsIn(log).length;
  return (
    <section className="card" aria-label="For everybody">
      <h2>For everybody at once</h2>
      <p className="soft">
        Switched off, it is as if nobody had ever given it: the whole log is replayed without it.
      </p>
      <div className={classes.switches}>
        {off(actions.muteAllText, 'Texts', 'text')}
        {off(actions.muteAllRatings, 'Ratings', 'rating')}
        {aspects > 0 && off(actions.muteAllAspects, 'Aspects', 'aspects')}
      </div>
      <div className={classes.foot}>
        <span className="soft">
          {reviews + edits === 0
            ? 'Nothing has been changed.'
            : `${plural(reviews, 'review')} written, ${plural(edits, 'edit')} made.`}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          disabled={log.length === 0}
          onClick={actions.reset.perform}
          title={`${actions.reset.label} (${shownKeys(actions.reset.keys)})`}
          data-testid="reset"
        >
          Take all back
        </Button>
      </div>
    </section>
  );
}
