import { Button, Group } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { reviewsIn } from '../../engine/edits';
import type { Progress } from '../../engine/start';
import { actions, canReview } from '../../session/actions';
import { isGiven } from '../../session/draft';
import { useAct, useSession } from '../../session/part';
import { addEmptyReview, editDraft, REVIEW } from '../../session/verbs';
import { Fold } from '../../ui/Fold';
import { aOf, capital, listed, wholePercent } from '../../ui/format';
import { NARROW } from '../../ui/narrow';
import { TextBox } from '../../ui/TextBox';
import { shownKeys } from '../shared/keys';
import { RatingChip } from '../shared/RatingChip';
import { ScaleInput } from '../shared/ScaleInput';
import { useKind } from '../shared/useKind';
import { AttendedText } from './AttendedText';
import { ItemPicker } from './ItemPicker';
import { RatingInput } from './RatingInput';
import classes from './Review.module.css';

/** When what is added is taken up, while the rest of the data arrives and the log is replayed. */
const waitingWords = (progress: Progress | null): string =>
  progress?.stage === 'vectors' && progress.total > 0
    ? `Taken up when the rest is here: ${wholePercent(progress.done / progress.total)} so far.`
    : 'Taken up as soon as the replay is done.';

/** Writes a review; every modality is optional. */
export function ReviewForm() {
  const act = useAct();
  const dataset = useSession((s) => s.start?.dataset);
  const draft = useSession((s) => s.draft);
  const ready = useSession(canReview);
  const waiting = useSession((s) => s.view?.source === 'stored');
  const progress = useSession((s) => s.progress);
  const summary = useSession((s) => s.view?.person.summary);
  const shown = useSession((s) => s.shown);
  const log = useSession((s) => s.history.present);
  const names = useSession((s) => s.view?.written?.find(({ key }) => key === s.shown));
  const panel = useSession((s) => s.panel);
  const kind = useKind();
  // On a phone what was added makes room for what it did.
  const [sent, setSent] = useState<string | null>(null);
  const form = useRef<HTMLElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (panel !== 'review') setSent(null);
  }, [panel]);
  // The rule of the style sheet is asked, not whether the line is seen: that would have the page laid out once more.
  useLayoutEffect(() => {
    if (sent === null || !matchMedia(NARROW).matches) return;
    // What was pressed has gone: what it did is read next.
    line.current?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'start' });
  }, [sent]);
  if (!dataset) return null;
  const given = isGiven(draft);
  const added = sent !== null && sent === shown && !given && reviewsIn(log).find(({ key }) => key === sent);
  const add = (perform: () => void) => {
    perform();
    const after = act(({ store }) => store.getState());
    // An item that was not chosen to the end is asked for, and nothing added.
    if (after.draft.refused || after.shown === shown) return;
    setSent(after.shown);
  };
  const again = () => {
    flushSync(() => setSent(null));
    words.current?.focus();
  };
  const noun = dataset.itemNoun.one;
  const hint = () => {
    if (!ready) return `Choose ${aOf(noun)} first.`;
    if (waiting) return waitingWords(progress);
    return given ? `or ${shownKeys('Mod+Enter')}` : 'Give stars, words, or both.';
  };
  return (
    <section
      ref={form}
      className={`card ${classes.write}`}
      aria-label="Write a review"
      data-collapsed={Boolean(added)}
    >
      <h2 data-arrival={REVIEW}>
        Write a review{' '}
        {summary?.named
          ? `as ${summary.label}`
          : summary?.simulated
            ? 'as the new person'
            : `for this ${kind}`}
      </h2>
      {added && (
        <div className={classes.added}>
          <p ref={line} tabIndex={-1}>
            Added: <strong>{names?.item ?? '…'}</strong>{' '}
            {added.rating !== null && <RatingChip value={added.rating} />}
          </p>
          <Button size="sm" onClick={again}>
            Write another
          </Button>
        </div>
      )}
      {/* Enter chooses an item or a star: what is added is added by its button, or by its keys. */}
      <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
        <ItemPicker />
        <RatingInput
          scale={dataset.rating}
          value={draft.rating}
          onChange={(rating) => act(editDraft({ rating }))}
        />
        <TextBox
          ref={words}
          label="Your words"
          placeholder={dataset.example && `For instance: ${dataset.example}`}
          rows={2}
          maxRows={10}
          value={draft.text}
          onChange={(event) => act(editDraft({ text: event.currentTarget.value }))}
          data-testid="review-text"
        />
        <AttendedText />
        <Fold
          summary={
            dataset.aspects.length > 0
              ? `${capital(listed(dataset.aspects.map(({ label }) => label.toLowerCase())))}, too`
              : 'More'
          }
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
          {ready && !given && (
            <p className={`soft ${classes.empty}`}>
              <Button
                size="sm"
                variant="subtle"
                onClick={() => add(() => act(addEmptyReview))}
                data-testid="review-add-empty"
              >
                Add an empty review
              </Button>{' '}
              It only says that the two have met.
            </p>
          )}
        </Fold>
        {/* On one line, so that what it says meanwhile moves nothing below. */}
        <Group gap={12} wrap="nowrap">
          <Button
            size="sm"
            variant="filled"
            className={classes.submit ?? ''}
            // Once it is added nothing is left to add: the focus stays, before what the review did.
            aria-disabled={!ready || !given}
            {...(!(ready && given) && { 'data-disabled': true })}
            onClick={() => ready && given && add(() => act(actions.addReview.perform))}
            data-testid="review-add"
          >
            Add review
          </Button>
          <span className="soft">{hint()}</span>
        </Group>
      </form>
    </section>
  );
}
