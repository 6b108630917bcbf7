import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TimelineEntry } from '../../engine/questions/timeline';
import { useAct, useSession } from '../../session/part';
import { setEditing } from '../../session/timeline';
import { addEdit } from '../../session/verbs';
import { TextBox } from '../../ui/TextBox';
import { ScaleInput } from '../shared/ScaleInput';
import classes from './Timeline.module.css';

/** Edits one interaction; a text that does not ship can be replaced, not read. */
export function EditForm({ entry }: { entry: TimelineEntry }) {
  const act = useAct();
  const dataset = useSession((s) => s.start?.dataset);
  const [rating, setRating] = useState(entry.rating);
  const [aspects, setAspects] = useState(entry.aspects);
  const [text, setText] = useState<string | null>(entry.text);
  if (!dataset) return null;
  const hidden = entry.words > 0 && entry.text === null;
  // One that was begun and taken back is none.
  const newText = hidden && text?.trim() === '' ? null : text;
  const same =
    rating === entry.rating &&
    newText === entry.text &&
    dataset.aspects.every((_, k) => (aspects[k] ?? null) === (entry.aspects[k] ?? null));
  const change = () => {
    act(addEdit({ edit: 'change', key: entry.key, rating, aspects, text: newText }));
    act(setEditing(false));
  };
  return (
    <form
      className={classes.edit}
      data-testid="edit-form"
      // Enter turns a switch: what is changed is changed by its button.
      onSubmit={(event) => event.preventDefault()}
    >
      <ScaleInput scale={dataset.rating} value={rating} onChange={setRating} testId="edit-rating" />
      {dataset.aspects.map((scale, k) => (
        <ScaleInput
          key={scale.field}
          scale={scale}
          value={aspects[k] ?? null}
          onChange={(value) =>
            setAspects(dataset.aspects.map((_, j) => (j === k ? value : (aspects[j] ?? null))))
          }
          testId={`edit-aspect-${scale.field}`}
        />
      ))}
      <TextBox
        label="Text"
        description={
          hidden ? 'The text of this review does not ship; it stays unless you write another.' : undefined
        }
        rows={2}
        maxRows={8}
        value={text ?? ''}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="verbs">
        <Button variant="filled" size="compact-md" disabled={same} onClick={change} data-testid="edit-save">
          Change it
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={() => act(setEditing(false))}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
