import { piecesOf } from '../../lessons/prose';
import { openLive } from '../../session/lesson';
import { useLesson } from '../../session/lessonState';
import { useAct } from '../../session/part';
import { exact } from '../../ui/format';
import { written } from '../shared/written';
import classes from './Lesson.module.css';

/** What a lesson says, with its live values. Its text is shown as text. */
export function Said({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, k) => {
    // Pieces have no names of their own, and their order stays.
    const at = `${k}`;
    if (piece.is === 'value') return <LiveNumber key={at} name={piece.name} />;
    return piece.is === 'strong' ? <strong key={at}>{piece.text}</strong> : piece.text;
  });
}

/** A live value: worked out on this device; a number of the model opens into the formula that made it. */
function LiveNumber({ name }: { readonly name: string }) {
  const act = useAct();
  const live = useLesson((s) => s.values[name]);
  if (live === undefined)
    return (
      <span className={classes.waiting} role="img" aria-label="being worked out" data-live={name}>
        …
      </span>
    );
  if (live === null)
    return (
      <span className={classes.lost} title="The model on this page has no such number" data-live={name}>
        (not to be had here)
      </span>
    );
  const text = written(live);
  if (!live.open)
    return (
      <span className={classes.live} data-live={name}>
        {text}
      </span>
    );
  const title = typeof live.value === 'number' && live.as !== 'whole' ? `${exact(live.value)}. ` : '';
  return (
    <button
      type="button"
      className={`num ${classes.live}`}
      title={`${title}How was this computed?`}
      onClick={() => act(openLive(live))}
      data-live={name}
    >
      {text}
    </button>
  );
}
