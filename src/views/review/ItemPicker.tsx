import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ItemSummary } from '../../engine/answers';
import { draftItem } from '../../session/draft';
import { useAct, useAnswer, useSession } from '../../session/part';
import { searchItems } from '../../session/search';
import { editDraft } from '../../session/verbs';
import { capital } from '../../ui/format';
import { itemsSought, sameName } from '../shared/sought';

const MOST = 20;

/** Finds the item that a review is about; the selected one to begin with. What is typed is no choice until it is one. */
export function ItemPicker() {
  const act = useAct();
  const chosen = useSession(draftItem);
  const { sought, refused } = useSession((s) => s.draft);
  const log = useSession((s) => s.history.present);
  const selected = useSession((s) => s.view?.item?.summary);
  const dataset = useSession((s) => s.start?.dataset);
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<ItemSummary | null>(null);
  const [focused, setFocused] = useState(false);
  const combobox = useCombobox();
  const box = useRef<HTMLInputElement>(null);

  const known = [picked, selected].find((one) => one?.id === chosen);
  const name = known?.name;
  // Another choice, or a review that was added, has left what was typed behind.
  const shown = typed !== null && (sought !== null || sameName(typed, name)) ? typed : null;
  const { answer, of } = useAnswer(searchItems, { query: shown ?? '', offset: 0, limit: MOST, log });
  const rows = answer?.rows ?? [];

  const { selectFirstOption } = combobox;
  // Enter takes the best match, once it is the match of what is typed.
  useEffect(() => {
    if (of && of.query !== '') selectFirstOption();
  }, [of, selectFirstOption]);
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [refused]);

  const pick = (item: ItemSummary) => {
    setPicked(item);
    setTyped(null);
    act(editDraft({ item: item.id, sought: null, refused: false }));
    combobox.closeDropdown();
  };
  const giveUp = () => {
    setTyped(null);
    act(editDraft({ sought: null, refused: false }));
  };
  /** A whole name is a choice, unless several items have it. */
  const pickNamed = async (text: string) => {
    const { rows } = await act(searchItems({ query: text, offset: 0, limit: 2, log }));
    const named = rows.filter((one) => sameName(text, one.name));
    if (named.length === 1 && act(({ store }) => store.getState()).draft.sought === text) pick(named[0]);
  };
  const noun = dataset?.itemNoun.one ?? 'item';
  const unfinished = sought !== null && (refused || !focused);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const item = rows.find((one) => one.id === id);
        if (item) pick(item);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={box}
          label={capital(noun)}
          placeholder={itemsSought(dataset?.itemFacts ?? [])}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          autoComplete="off"
          value={shown ?? name ?? ''}
          error={
            unfinished &&
            (sought.trim() === ''
              ? `Choose a name from the list, or press Escape.`
              : `No ${noun} is chosen: “${sought}” is not a full name. Choose one from the list.`)
          }
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            act(editDraft({ sought: sameName(text, name) ? null : text, refused: false }));
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            // Never the rest of the form.
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
            if (event.key === 'Escape') giveUp();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => {
            setFocused(true);
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onBlur={() => {
            setFocused(false);
            combobox.closeDropdown();
            if (sought === null || sought.trim() === '') giveUp();
            // Where it cannot be looked up, it is no choice yet.
            else pickNamed(sought).catch(() => {});
          }}
          data-testid="review-item"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={220} style={{ overflowY: 'auto' }} aria-label={dataset?.itemNoun.many}>
          {/* Drawn anew with every review, they would cost as much as the list. */}
          {combobox.dropdownOpened &&
            rows.map((one) => (
              <Combobox.Option key={one.id} value={one.id} active={one.id === chosen}>
                {one.name}
              </Combobox.Option>
            ))}
          {rows.length === 0 && <Combobox.Empty>Nothing matches</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
