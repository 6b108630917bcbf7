import { Popover, UnstyledButton } from '@mantine/core';

/** The words of the field, each in a sentence or two. */
export const GLOSSARY = {
  interaction: 'One review of one item by one person: any of text, an overall rating and aspect ratings.',
  embedding:
    'The list of numbers that stands for a person or an item. DReX calls it the state, and refines it with every interaction.',
  cell: 'What refines a state after an interaction, a gated recurrent unit: one for people and one for items. It sees the interaction, the old state and the state of the counterpart: of the item for a person, of the person for an item.',
  'update gate':
    'For each number of the state, how much of the old value is kept: 1 keeps it, 0 replaces it by the new candidate.',
  'reset gate':
    'How much of the old state the new candidate may look at: 0 ignores the past, 1 sees all of it.',
  attention: 'How the text encoder divides its weight over the words of a review. The shares sum to 1.',
  'word effect':
    'How far the predicted rating of this person for this item moves when the word is masked, and when it alone is said; as a share over all words of the review. It says more truly than attention which words mattered: see the evidence.',
  'keyword profile':
    'Words of all reviews of a person or an item, each weighted by its effect on the predicted rating and by how much of its review is left in the state.',
  bias: 'How far a person or an item lies above or below the mean rating, before any match between the two. An item’s bias counts on the person’s own scale: more for somebody who spreads ratings wide, and never the other way round.',
  match:
    'What this person and this item add together: a product of both states, and a small network over both.',
  polarity:
    'Whether the reviews that use a word rate above (blue) or below (orange) the reviewer’s own level.',
} as const;

export type TermName = keyof typeof GLOSSARY;

/** A word of the field that explains itself. */
export function Term({ name, children }: { name: TermName; children?: React.ReactNode }) {
  return (
    <Popover width={280} withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          component="button"
          style={{
            font: 'inherit',
            color: 'inherit',
            textDecoration: 'underline dotted',
            textUnderlineOffset: 3,
            display: 'inline',
          }}
        >
          {children ?? name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>{name}</strong>
        <p className="soft">{GLOSSARY[name]}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
