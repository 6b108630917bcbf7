import { Button, Group } from '@mantine/core';
import type { Progress } from '../../engine/start';
import { actions, canReview } from '../../session/actions';
import { isGiven } from '../../session/draft';
import { useAct, useSession } from '../../session/part';
import { addEmptyReview, editDraft } from '../../session/verbs';
import { Fold } from '../../ui/Fold';
import { aOf, capital, listed, wholePercent } from '../../ui/format';
import { TextBox } from '../../ui/TextBox';
import { shownKeys } from '../shared/keys';
import { ScaleInput } from '../shared/ScaleInput';
import { useKind } from '../shared/useKind';
import { AttendedText } from './AttendedText';
import { ItemPicker } from './ItemPicker';
import classes from './Review.module.css';

/** When what is added is taken up, while the rest of the data arrives and the log is replayed. */
const waitingWords = (progress: Progress | null): string =>
  progress?.stage === 'vectors' && progress.total > 0
    ? `Taken up when the rest has come: ${wholePercent(progress.done / progress.total)} of it is here.`
    : 'Taken up as soon as the replay is done.';

/** Writes a simulated review; every modality is optional. */
export function ReviewForm() {
  const act = useAct();
  const dataset = useSession((s) => s.start?.dataset);
  const draft = useSession((s) => s.draft);
  const ready = useSession(canReview);
  const waiting = useSession((s) => s.view?.source === 'stored');
  const progress = useSession((s) => s.progress);
  const summary = useSession((s) => s.view?.person.summary);
  const kind = useKind();
  if (!dataset) return null;
  const given = isGiven(draft);
  const noun = dataset.itemNoun.one;
  const hint = () => {
    if (!ready) return `Choose ${aOf(noun)} first.`;
    if (waiting) return waitingWords(progress);
    return given ? `or ${shownKeys('Mod+Enter')}` : 'Empty, it only says that the two have met.';
  };
  return (
    <section className="card" aria-label="Write a review">
      <h2>
        Write a review{' '}
        {summary?.named
          ? `as ${summary.label}`
          : summary?.simulated
            ? 'as the new person'
            : `for this ${kind}`}
      </h2>
      {/* Enter chooses an item or turns a switch: what is added is added by its button, or by its keys. */}
      <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
        <ItemPicker />
        <TextBox
          label="Your words"
          placeholder={dataset.example && `For instance: ${dataset.example}`}
          rows={2}
          maxRows={10}
          value={draft.text}
          onChange={(event) => act(editDraft({ text: event.currentTarget.value }))}
          data-testid="review-text"
        />
        <AttendedText />
        <ScaleInput
          scale={dataset.rating}
          value={draft.rating}
          onChange={(rating) => act(editDraft({ rating }))}
          testId="review-rating"
        />
        {dataset.aspects.length > 0 && (
          <Fold
            summary={`${capital(listed(dataset.aspects.map(({ label }) => label.toLowerCase())))}, too`}
            opened={draft.aspects.some((value) => value !== null)}
          >
            {dataset.aspects.map((scale, k) => (
              <ScaleInput
                key={scale.field}
                scale={scale}
                value={draft.aspects[k] ?? null}
                onChange={(value) =>
                  act(
                    editDraft({
                      aspects: dataset.aspects.map((_, j) => (j === k ? value : (draft.aspects[j] ?? null))),
                    }),
                  )
                }
                testId={`review-aspect-${scale.field}`}
              />
            ))}
          </Fold>
        )}
        <div>
          <Group gap={12}>
            <Button
              size="sm"
              variant="filled"
              // Once it is added nothing is left to add: the focus stays, before what the review did.
              aria-disabled={!ready || !given}
              {...(!(ready && given) && { 'data-disabled': true })}
              onClick={() => ready && given && act(actions.addReview.perform)}
              data-testid="review-add"
            >
              Add review
            </Button>
            {ready && !given && (
              <Button
                size="sm"
                variant="subtle"
                onClick={() => act(addEmptyReview)}
                data-testid="review-add-empty"
              >
                Add an empty review
              </Button>
            )}
            <span className="soft">{hint()}</span>
          </Group>
        </div>
      </form>
    </section>
  );
}
