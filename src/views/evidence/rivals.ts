import { capital } from '../../ui/format';

/** What DReX is held against, as somebody would say it who has not read the papers. */
interface Rival {
  /** After “than” or “with”. */
  readonly name: string;
  readonly how: string;
  /** Whether it reads what people wrote. */
  readonly reads?: boolean;
}

/** The list that is the same for everybody, and the guess that knows of no match. */
export const FAVOURITES = 'popularity-liked';
const BIAS = 'bias';

const RIVALS: Readonly<Record<string, Rival>> = {
  [FAVOURITES]: {
    name: 'everyone’s favourites',
    how: 'one list for everybody, of what most people liked',
  },
  popularity: {
    name: 'what most people review',
    how: 'one list for everybody, of what most people reviewed',
  },
  ease: { name: 'EASE', how: 'learns which things are liked together, and reads no text' },
  ials: {
    name: 'implicit ALS',
    how: 'learns a few hidden traits from who reviewed what, and reads no text',
  },
  'item-knn-implicit': {
    name: 'item neighbours',
    how: 'shows what those liked who liked the same things, and reads no text',
  },
  content: {
    name: 'similar words',
    how: 'shows things whose reviews share words with those of what somebody liked, and learns nothing else',
    reads: true,
  },
  [BIAS]: {
    name: 'the averages alone',
    how: 'the bias: how far this person and this thing usually lie from the mean, and no match between the two',
  },
  'own-scale': {
    name: 'the averages on each person’s own scale',
    how: 'the bias, stretched by how wide a person spreads ratings',
  },
  'review-attention': {
    name: 'review attention',
    how: 'reads the reviews of person and thing, without states',
    reads: true,
  },
};

/** Those that a sentence names even where DReX does better: the others say little that these do not. */
export const NAMED_FOR: Readonly<Record<'catalogue/ndcg@10' | 'rmse', readonly string[]>> = {
  'catalogue/ndcg@10': [FAVOURITES, 'ease', 'ials', 'item-knn-implicit', 'content'],
  rmse: [BIAS],
};

/** Those that are named first of all that DReX is better than. */
export const NAMED: Readonly<Record<keyof typeof NAMED_FOR | 'mae' | 'ndcg@10', readonly string[]>> = {
  ...NAMED_FOR,
  mae: [BIAS],
  'ndcg@10': [FAVOURITES],
};

export const nameOf = (id: string, label: string): string => RIVALS[id]?.name ?? label;
export const howOf = (id: string): string | null => {
  const rival = RIVALS[id];
  return rival ? `${capital(rival.name)}: ${rival.how}.` : null;
};
/** What learns from ratings alone. */
export const readsNothing = (id: string): boolean => id in RIVALS && !RIVALS[id].reads;
