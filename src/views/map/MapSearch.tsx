import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ItemSummary, PersonSummary } from '../../engine/answers';
import type { DatasetInfo } from '../../engine/start';
import { useAct, useSession } from '../../session/part';
import { searchItems, searchPeople } from '../../session/search';
import { capital } from './neighbourKinds';
import { keyOf } from './scene';

/** Choices offered of each kind. */
const OFFERED = 8;
/** More than any map has points. */
const ALL = 1e6;
const PAUSE_MS = 80;

interface Props {
  readonly noun: DatasetInfo['itemNoun'];
  /** Keys of all that match; null without a search. */
  readonly onFound: (found: ReadonlySet<string> | null) => void;
  readonly onChoose: (key: string) => void;
}

interface Matches {
  readonly query: string;
  readonly items: readonly ItemSummary[];
  readonly people: readonly PersonSummary[];
}

const itemKey = ({ id }: ItemSummary): string => keyOf({ kind: 'item', id });
const personKey = ({ id }: PersonSummary): string => keyOf({ kind: 'person', id });

/** Finds people and items by words: all that match stand out, the chosen one is shown from near. */
export function MapSearch({ noun, onFound, onChoose }: Props) {
  const act = useAct();
  const log = useSession((s) => s.history.present);
  const [query, setQuery] = useState('');
  const [matches, setMatches] = useState<Matches>({ query: '', items: [], people: [] });
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(async () => {
      const asked = query.trim();
      const request = { query: asked, offset: 0, limit: asked ? ALL : OFFERED, log };
      try {
        const [items, people] = await Promise.all([act(searchItems(request)), act(searchPeople(request))]);
        if (!current) return;
        setMatches({ query: asked, items: items.rows, people: people.rows });
        onFound(asked ? new Set([...items.rows.map(itemKey), ...people.rows.map(personKey)]) : null);
      } catch {
        if (current) setMatches({ query: asked, items: [], people: [] });
      }
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [query, log, onFound, act]);
  const combobox = useCombobox();
  const { selectFirstOption } = combobox;
  // Enter takes the best match, once it is the match of what is typed.
  useEffect(() => {
    if (matches.query) selectFirstOption();
  }, [matches, selectFirstOption]);
  const groups = [
    { name: capital(noun.many), all: matches.items.map((one) => [itemKey(one), one.name]) },
    { name: 'People', all: matches.people.map((one) => [personKey(one), one.label]) },
  ];
  const what = `Find a ${noun.one} or a person`;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => {
        setQuery('');
        combobox.closeDropdown();
        onChoose(key);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          aria-label={what}
          placeholder={what}
          leftSection={<IconSearch size={16} />}
          style={{ flex: '1 1 220px', maxWidth: 420 }}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setQuery('');
          }}
          data-testid="map-search"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={what}>
          {groups.map(
            ({ name, all }) =>
              all.length > 0 && (
                <Combobox.Group key={name} label={`${name}, ${all.length} found`}>
                  {all.slice(0, OFFERED).map(([key, label]) => (
                    <Combobox.Option key={key} value={key}>
                      {label}
                    </Combobox.Option>
                  ))}
                </Combobox.Group>
              ),
          )}
          {groups.every(({ all }) => all.length === 0) && <Combobox.Empty>Nothing matches</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
