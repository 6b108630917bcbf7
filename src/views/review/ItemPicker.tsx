import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ItemSummary } from '../../engine/api';
import { draftItem, editDraft, engine, useSession } from '../../session/store';

const MOST = 20;

/** Finds the item that a review is about; the selected one to begin with. */
export function ItemPicker() {
  const chosen = useSession(draftItem);
  const log = useSession((s) => s.history.present);
  const selected = useSession((s) => s.view?.item?.summary);
  const noun = useSession((s) => s.start?.dataset.itemNoun.one ?? 'item');
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly ItemSummary[]>([]);
  const [picked, setPicked] = useState<ItemSummary | null>(null);

  useEffect(() => {
    let current = true;
    engine()
      .searchItems({ query, offset: 0, limit: MOST, log })
      .then((page) => {
        if (current) setFound(page.rows);
      })
      .catch(() => {
        if (current) setFound([]);
      });
    return () => {
      current = false;
    };
  }, [query, log]);

  // The chosen item stays an option, so that the field can show its name.
  const known = [picked, selected].find((i) => i?.id === chosen);
  const options = known && !found.some((i) => i.id === known.id) ? [known, ...found] : found;
  return (
    <Select
      label={noun[0].toUpperCase() + noun.slice(1)}
      placeholder="Search by name, style or brewer"
      searchable
      nothingFoundMessage="Nothing matches"
      data={options.map((i) => ({ value: i.id, label: i.name }))}
      // The engine has searched already, by more than the name.
      filter={({ options: all }) => all}
      value={options.some((i) => i.id === chosen) ? chosen : null}
      onChange={(item) => {
        setPicked(options.find((i) => i.id === item) ?? null);
        editDraft({ item });
      }}
      onSearchChange={(text) => setQuery(options.some((i) => i.name === text) ? '' : text)}
      data-testid="review-item"
    />
  );
}
