import { Popover } from '@mantine/core';
import { usePopover } from './usePopover';

/** The words of the field, each in a sentence or two: first those by which anybody reads a list. */
export const GLOSSARY = {
  'choice score':
    'What the list is sorted by: the sum of the popularity term, the match of states and the keyword match. It is not a rating, and only differences count: an item that scores 1 higher is, to the model, 2.7 times as likely to be what this person likes next.',
  'predicted rating':
    'How this person would rate the item, in the units of the scale. It does not sort the list: what somebody would rate highly and what is worth showing to them are two questions.',
  'keyword profile':
    'The words in all reviews of a person or an item, each with a weight from −1 to 1. For a person: above 0, what they say of things they like; below 0, of things they dislike. Where the model reads tone, a word also counts by how its own sentence sounds, so that one review can praise and blame. For an item: above 0, what its reviews say it is; below 0, what they say it is not.',
  embedding:
    'The list of numbers that stands for a person or an item. DReX calls it the state, and refines it with every interaction.',
  interaction: 'One review of one item by one person: any of text, an overall rating and aspect ratings.',
  'update gate':
    'For each number of the state, how much of the old value is kept: 1 keeps it, 0 replaces it by the new candidate.',
  'reset gate':
    'How much of the old state the new candidate may look at: 0 ignores the past, 1 sees all of it.',
  cell: 'The part of the model that updates a state after an interaction, a gated recurrent unit. There is one for people and one for items. It sees the interaction, the old state, and its counterpart, the state of the other side: the item’s for a person, the person’s for an item.',
  attention: 'How the text encoder divides its weight over the words of a review. The shares sum to 1.',
  'word effect':
    'How far the predicted rating of this person for this item moves when the word is hidden, and when it is the only word left; as a share of the effects of all words of the review. It shows better than attention which words mattered: see Evidence.',
  'popularity term':
    'The part of the choice score that is the same for everybody: how many have reviewed the item, how it is rated, and what the model reads in its state.',
  'match of states':
    'The part of the choice score that compares the states of person and item through learned weights. The state of a person is the sum of what the reviews left, so this part is a sum over them as well.',
  'keyword match':
    'The part of the choice score that compares both keyword profiles, word by word: it rises where the item has more than most of what this person likes, or less of what they dislike, and falls the other way round.',
  coverage:
    'The share of all items that stand in the top ten of at least one person. Low: everybody is shown the same few.',
  overlap:
    'How alike the lists of two people are: the share of one person’s top ten that is also in the other’s, over many pairs of people.',
  listening:
    'Whether the list follows what somebody says. Somebody new loves one thing of a kind: the share of their top ten that is of that kind, beside what chance would give.',
  bias: 'How far a person or an item lies above or below the mean rating, before any match between the two. An item’s bias counts on the person’s own scale: more for somebody who spreads ratings wide, and never the other way round.',
  match:
    'What this person and this item, taken together, add to the predicted rating: a product of both states, and a small network over both.',
  polarity:
    'Whether the reviews that use a word rate above (blue) or below (orange) the reviewer’s own level.',
} as const;

export type TermName = keyof typeof GLOSSARY;

/** A word of the field that explains itself. */
export function Term({ name, children }: { name: TermName; children?: React.ReactNode }) {
  const { popover, button } = usePopover();
  return (
    <Popover width={280} {...popover}>
      <Popover.Target>
        <button type="button" className="link" {...button}>
          {children ?? name}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>{name}</strong>
        <p className="soft">{GLOSSARY[name]}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
