import { type Aspect, TRAITS, type Trait } from './traits';

/**
 * The words for a trait by their place in a sentence. A star marks the word of a phrase that expresses the trait;
 * earlier entries are used more often. Nouns are singular, so that every template agrees with every noun.
 */
export interface TraitWords {
  readonly adjectives: readonly string[];
  readonly nouns: readonly string[];
  /** Something that tastes or smells so. */
  readonly images: readonly string[];
  readonly comparative: string;
}

export const TRAIT_WORDS: Readonly<Record<Trait, TraitWords>> = {
  floral: {
    adjectives: ['*floral', '*flowery', '*perfumed'],
    nouns: ['*blossom', '*jasmine', '*honeysuckle'],
    images: ['a *rose garden', '*lilac in May'],
    comparative: 'more *floral',
  },
  fruity: {
    adjectives: ['*fruity', '*peachy', '*juicy'],
    nouns: ['*fruit', '*apricot', '*plum'],
    images: ['an *orchard in August', 'ripe *peaches'],
    comparative: '*fruitier',
  },
  malty: {
    adjectives: ['*malty', '*biscuity', '*toasty'],
    nouns: ['*malt', '*maltiness', 'toasted *barley'],
    images: ['a *bakery at dawn', 'warm *bread'],
    comparative: '*maltier',
  },
  smoky: {
    adjectives: ['*smoky', '*charred', '*smouldering'],
    nouns: ['*smoke', '*smokiness', '*woodsmoke'],
    images: ['a *campfire', 'a *bonfire in autumn'],
    comparative: '*smokier',
  },
  grassy: {
    adjectives: ['*grassy', '*vegetal', '*leafy'],
    nouns: ['*grass', '*hay', '*spinach'],
    images: ['a freshly mown *lawn', 'young *peas'],
    comparative: '*grassier',
  },
  spicy: {
    adjectives: ['*spicy', '*peppery', '*gingery'],
    nouns: ['*spice', '*ginger', '*cinnamon'],
    images: ['a tin of *gingerbread', 'crushed *cloves'],
    comparative: '*spicier',
  },
  earthy: {
    adjectives: ['*earthy', '*mossy', '*woody'],
    nouns: ['*earthiness', '*moss', '*mushroom'],
    images: ['a *forest after rain', 'an old *cellar'],
    comparative: '*earthier',
  },
  astringent: {
    adjectives: ['*bitter', '*astringent', '*tannic'],
    nouns: ['*bitterness', '*astringency', '*tannin'],
    images: ['*walnut skins', '*tonic water'],
    comparative: 'more *bitter',
  },
};

/** How an aspect is called in a text, and what is said of it. */
export interface AspectWords {
  readonly nouns: readonly string[];
  readonly good: readonly string[];
  readonly poor: readonly string[];
}

export const ASPECT_WORDS: Readonly<Record<Aspect, AspectWords>> = {
  aroma: {
    nouns: ['aroma', 'nose', 'scent'],
    good: ['lovely', 'inviting', 'heady', 'generous'],
    poor: ['flat', 'shy', 'tired', 'dull'],
  },
  taste: {
    nouns: ['taste', 'flavour'],
    good: ['rich', 'lively', 'well-balanced', 'clear'],
    poor: ['muddled', 'bland', 'one-sided', 'dull'],
  },
  body: {
    nouns: ['body', 'mouthfeel'],
    good: ['full', 'silky', 'round', 'velvety'],
    poor: ['thin', 'watery', 'hollow', 'weak'],
  },
  finish: {
    nouns: ['finish', 'aftertaste'],
    good: ['long', 'lingering', 'clean', 'graceful'],
    poor: ['short', 'abrupt', 'clumsy', 'fleeting'],
  },
  value: {
    nouns: ['price'],
    good: ['fair', 'friendly', 'modest'],
    poor: ['steep', 'cheeky', 'hefty'],
  },
  looks: {
    nouns: ['colour', 'leaf'],
    good: ['handsome', 'glossy', 'beautiful'],
    poor: ['murky', 'ragged', 'dusty'],
  },
};

const starred = (phrase: string): string => /\*([\p{L}]+)/u.exec(phrase)![1];

/** The surface words that express a trait, as the tokeniser of the model sees them. */
export const keywordsOf = (trait: Trait): string[] => {
  const { adjectives, nouns, images, comparative } = TRAIT_WORDS[trait];
  return [...new Set([...adjectives, ...nouns, ...images, comparative].map(starred))];
};

/** Surface word → the trait it expresses. No word serves two traits. */
export const TRAIT_OF_WORD: ReadonlyMap<string, Trait> = new Map(
  TRAITS.flatMap((trait) => keywordsOf(trait).map((word) => [word, trait] as const)),
);
