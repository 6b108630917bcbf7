/** Ranking of own items and of the catalogue, coverage and overlap, as `measure-all.ts` has them. */
export const ERRORS_PROTOCOL = 'Errors over all held-out interactions, predictions clipped to the scale.';

export const OWN_PROTOCOL =
  'Ranking within each user’s own held-out items: relevant = rating at or above the threshold; users without a relevant item are left out; NDCG with binary gains; precision over min(k, held-out items); ties by item id.';

export const CATALOGUE_PROTOCOL =
  'Ranking of the whole catalogue but the items of the user’s history, for each user with a relevant held-out item of the catalogue: relevant = rating at or above the threshold; every other item counts as not relevant, though the user may like it; NDCG with binary gains; recall over all relevant items, precision over min(k, candidates); ties by item id.';

export const LISTS_PROTOCOL =
  'coverage@10: share of the catalogue in at least one top ten of all users with an interaction, their own items left out. overlap@10: mean share of items that two of these users have in common in their top tens, over 3,000 pairs drawn from a seed. diversity@10: mean 1 − cosine between the mean text vectors of the items in a top ten.';

export const thresholdOf = (relevant: number): string => `The threshold is a rating of ${relevant}.`;

export const PROTOCOL = [ERRORS_PROTOCOL, OWN_PROTOCOL, CATALOGUE_PROTOCOL, LISTS_PROTOCOL].join(' ');

/** What the numbers of a table mean, the smallest relevant rating included. */
export const protocolOf = (relevant: number): string => `${PROTOCOL} ${thresholdOf(relevant)}`;
