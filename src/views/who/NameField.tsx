import { ActionIcon, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { isNewPerson } from '../../engine/newPeople';
import { useAct, useSession } from '../../session/part';
import { nameOf, namePerson } from '../../session/verbs';
import { alikeWords, nameProblem } from './sentences';
import classes from './Who.module.css';

/** What is typed for somebody, as long as it is not theirs. */
interface Typed {
  readonly person: string;
  readonly text: string;
}

/** What a new person is called, to be given or changed at any time, or left out. */
export function NameField() {
  const act = useAct();
  const person = useSession((s) => s.person);
  const own = useSession((s) => (s.person === null ? '' : nameOf(s, s.person)));
  const shown = useSession((s) => (s.view?.person.summary.id === s.person ? s.view?.person.summary : null));
  const [typed, setTyped] = useState<Typed | null>(null);
  if (person === null || !isNewPerson(person)) return null;
  const text = typed?.person === person ? typed.text : own;
  const problem = nameProblem(text);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (problem !== null) return;
    act(namePerson(person, text));
    setTyped(null);
  };
  return (
    <form className={classes.name} onSubmit={save} data-testid="name-form">
      <TextInput
        label={own ? 'Name' : 'Name, if you like'}
        placeholder="Yours, or any"
        autoComplete="off"
        maxLength={200}
        value={text}
        error={problem}
        onChange={(event) => setTyped({ person, text: event.currentTarget.value })}
        // Whoever goes on has named them: nothing typed gets lost.
        onBlur={() => save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
        rightSection={
          text !== own && (
            <ActionIcon
              type="submit"
              disabled={problem !== null}
              aria-label={own ? 'Rename' : 'Save the name'}
            >
              <IconCheck size={16} />
            </ActionIcon>
          )
        }
        data-testid="person-name"
      />
      {own !== '' && shown && <p className="note">{alikeWords(own, shown.label)}</p>}
    </form>
  );
}
