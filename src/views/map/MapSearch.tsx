import { Select } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DatasetInfo, ItemSummary, PersonSummary } from '../../engine/api';
import { engine, useSession } from '../../session/store';
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
  readonly items: readonly ItemSummary[];
  readonly people: readonly PersonSummary[];
}

const itemKey = ({ id }: ItemSummary): string => keyOf({ kind: 'item', id });
const personKey = ({ id }: PersonSummary): string => keyOf({ kind: 'person', id });

/** Finds people and items by words: all that match stand out, the chosen one is shown from near. */
export function MapSearch({ noun, onFound, onChoose }: Props) {
  const log = useSession((s) => s.history.present);
  const [query, setQuery] = useState('');
  const [matches, setMatches] = useState<Matches>({ items: [], people: [] });
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(async () => {
      const asked = query.trim();
      const request = { query: asked, offset: 0, limit: asked ? ALL : OFFERED, log };
      try {
        const [items, people] = await Promise.all([
          engine().searchItems(request),
          engine().searchPeople(request),
        ]);
        if (!current) return;
        setMatches({ items: items.rows, people: people.rows });
        onFound(asked ? new Set([...items.rows.map(itemKey), ...people.rows.map(personKey)]) : null);
      } catch {
        if (current) setMatches({ items: [], people: [] });
      }
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [query, log, onFound]);
  return (
    <Select
      searchable
      clearable
      aria-label={`Find a ${noun.one} or a person`}
      placeholder={`Find a ${noun.one} or a person`}
      leftSection={<IconSearch size={16} />}
      nothingFoundMessage="Nothing matches"
      style={{ flex: '1 1 220px', maxWidth: 420 }}
      data={[
        {
          group: `${capital(noun.many)}, ${matches.items.length} found`,
          items: matches.items.slice(0, OFFERED).map((one) => ({ value: itemKey(one), label: one.name })),
        },
        {
          group: `People, ${matches.people.length} found`,
          items: matches.people.slice(0, OFFERED).map((one) => ({ value: personKey(one), label: one.label })),
        },
      ]}
      // The engine has searched already, by more than the name.
      filter={({ options }) => options}
      value={null}
      searchValue={query}
      onSearchChange={setQuery}
      onChange={(key) => {
        if (!key) return;
        setQuery('');
        onChoose(key);
      }}
      data-testid="map-search"
    />
  );
}
