/** The tastes that are planted: what a tea has, what a person loves or dislikes, what the texts speak of. */
export const TRAITS = [
  'floral',
  'fruity',
  'malty',
  'smoky',
  'grassy',
  'spicy',
  'earthy',
  'astringent',
] as const;

export type Trait = (typeof TRAITS)[number];

/** How much of a trait a tea has. Only an absent trait is ever denied in a text. */
export type Level = 'strong' | 'faint' | 'absent';

/** What a review rates beside the overall rating. */
export const ASPECTS = ['aroma', 'taste', 'body', 'finish', 'value', 'looks'] as const;

export type Aspect = (typeof ASPECTS)[number];

/** A number for each trait. */
export type TraitVector = Readonly<Record<Trait, number>>;

/** How much of the match in a trait an aspect rating takes up: smoke is smelled, maltiness is felt as body. */
export const ASPECT_TRAITS: Readonly<Record<Aspect, Partial<TraitVector>>> = {
  aroma: { floral: 1, fruity: 0.7, smoky: 1, spicy: 0.8 },
  taste: {
    floral: 0.6,
    fruity: 0.9,
    malty: 0.9,
    smoky: 0.8,
    grassy: 0.9,
    spicy: 0.9,
    earthy: 0.9,
    astringent: 0.8,
  },
  body: { malty: 0.8, earthy: 0.7 },
  finish: { astringent: 1, grassy: 0.5, spicy: 0.4 },
  value: { fruity: 0.2, malty: 0.2, smoky: 0.2, earthy: 0.2 },
  looks: {},
};

/** A number for each trait, from a function. */
export const forTraits = (value: (trait: Trait) => number): TraitVector =>
  Object.fromEntries(TRAITS.map((trait) => [trait, value(trait)])) as unknown as TraitVector;
