/** Words of the model that every layer says, the page too. Below all layers: this file imports nothing. */

/** Both states that an interaction refines: of a person, the user of the source data, and of an item. */
export const SIDES = ['user', 'item'] as const;
export type Side = (typeof SIDES)[number];

export const otherSide = (side: Side): Side => (side === 'user' ? 'item' : 'user');

/** What an interaction may carry; each is optional. */
export const MODALITIES = ['text', 'rating', 'aspects'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Gates of the cells, each from 0 to 1. */
export const GATES = ['update', 'reset'] as const;
export type Gate = (typeof GATES)[number];
