import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ItemSummary, PersonSummary } from '../../engine/answers';
import type { SearchRequest } from '../../engine/questions/search';
import type { DatasetInfo } from '../../engine/start';
import { useAnswer, useSession } from '../../session/part';
import { searchItems, searchPeople } from '../../session/search';
import type { Verb } from '../../session/session';
import { capital } from '../../ui/format';
import type { Noun } from '../shared/useKind';
import { keyOf } from './scene';

/** Choices offered of each kind. */
const OFFERED = 8;
/** More than any map has points. */
const ALL = 1e6;
const PAUSE_MS = 80;

interface Props {
  readonly noun: DatasetInfo['itemNoun'];
  readonly who: Noun;
  /** Keys of all that match; null without a search. */
  readonly onFound: (found: ReadonlySet<string> | null) => void;
  readonly onChoose: (key: string) => void;
}

interface Matches {
  readonly items: readonly ItemSummary[];
  readonly people: readonly PersonSummary[];
}

const NOTHING: Matches = { items: [], people: [] };

const searchBoth =
  (request: SearchRequest): Verb<Promise<Matches>> =>
  async ({ act }) => {
    const [items, people] = await Promise.all([act(searchItems(request)), act(searchPeople(request))]);
    return { items: items.rows, people: people.rows };
  };

const itemKey = ({ id }: ItemSummary): string => keyOf({ kind: 'item', id });
const personKey = ({ id }: PersonSummary): string => keyOf({ kind: 'person', id });

/** Finds people and items by words: all that match stand out, the chosen one is shown from near. */
export function MapSearch({ noun, who, onFound, onChoose }: Props) {
  const log = useSession((s) => s.history.present);
  const [query, setQuery] = useState('');
  const asked = query.trim();
  const request = { query: asked, offset: 0, limit: asked ? ALL : OFFERED, log };
  const { answer, of } = useAnswer(searchBoth, request, PAUSE_MS);
  const matches = answer ?? NOTHING;
  useEffect(() => {
    if (!answer || !of) return;
    const { items, people } = answer;
    onFound(of.query ? new Set([...items.map(itemKey), ...people.map(personKey)]) : null);
  }, [answer, of, onFound]);
  const combobox = useCombobox();
  const { selectFirstOption } = combobox;
  // Enter takes the best match, once it is the match of what is typed.
  useEffect(() => {
    if (of?.query) selectFirstOption();
  }, [of, selectFirstOption]);
  const groups = [
    { name: capital(noun.many), all: matches.items.map((one) => [itemKey(one), one.name]) },
    { name: capital(who.many), all: matches.people.map((one) => [personKey(one), one.label]) },
  ];
  const what = `Find a ${noun.one} or a ${who.one}`;
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
