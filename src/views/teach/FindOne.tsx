import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { type Found, findIn } from '../../session/findIn';
import { useAnswer } from '../../session/part';

interface Props {
  readonly label: string;
  readonly dataset: string;
  readonly what: 'people' | 'items';
  /** Offered before all that is found. */
  readonly first: readonly Found[];
  /** Id of what is chosen; null for the one of `first` that has an empty id. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** Finds somebody or something of a data set. */
export function FindOne({ label, dataset, what, first, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => setTyped(null) });
  const offered = first.find(({ id }) => id === (chosen ?? ''));
  const query = typed ?? (offered ? '' : (chosen ?? ''));
  const { answer, of, asking, failure } = useAnswer(findIn, { dataset, what, query });
  // What was found of what was typed before is no choice.
  const found = of?.query === query ? (answer ?? []) : [];
  const name = offered?.name ?? found.find(({ id }) => id === chosen)?.name ?? chosen ?? '';
  const rows = [...(typed ? [] : first), ...(typed === null ? [] : found)];
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChoose(id === '' ? null : id);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          size="md"
          label={label}
          autoComplete="off"
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          value={typed ?? name}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => {
            setTyped('');
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={label}>
          {rows.map((one) => (
            <Combobox.Option key={one.id} value={one.id} active={one.id === (chosen ?? '')}>
              {one.name}
            </Combobox.Option>
          ))}
          {rows.length === 0 && (
            <Combobox.Empty>
              {failure !== null
                ? 'This data set could not be read.'
                : asking
                  ? 'Searching…'
                  : 'Nothing matches'}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
