import type { Random } from '../random';
import type { Person } from './people';
import { round3 } from './sampling';
import type { Tea } from './teas';
import { ASPECT_TRAITS, ASPECTS, type Aspect, forTraits, TRAITS, type TraitVector } from './traits';

/** The rating of an average person for an average tea. */
export const MEAN_RATING = 3.4;

const ASPECT_NOISE = 0.4;

/** The causes of an overall rating. */
export interface Utility {
  /** Person's taste × (the tea's trait − its mean over the teas), by trait. */
  readonly parts: TraitVector;
  /** Sum of the parts. */
  readonly match: number;
  /** Mean rating + generosity + quality + match: the rating without noise, before the scale cuts and rounds it. */
  readonly noiseless: number;
}

/**
 * Traits count as deviations from the usual tea: thus an absent trait is a cause as well, for better where the person
 * dislikes it and for worse where they love it, and a strong taste makes nobody a generous or a harsh rater.
 */
export function utilityOf(person: Person, tea: Tea, usual: TraitVector): Utility {
  const parts = forTraits((trait) => round3(person.tastes[trait] * (tea.traits[trait] - usual[trait])));
  const match = round3(TRAITS.reduce((sum, trait) => sum + parts[trait], 0));
  return { parts, match, noiseless: round3(MEAN_RATING + person.generosity + tea.quality + match) };
}

/** Noiseless aspect ratings, before the scale cuts and rounds them. */
export const aspectsOf = (person: Person, tea: Tea, utility: Utility): Record<Aspect, number> =>
  Object.fromEntries(
    ASPECTS.map((aspect) => {
      const shares = ASPECT_TRAITS[aspect];
      const match = TRAITS.reduce((sum, trait) => sum + (shares[trait] ?? 0) * utility.parts[trait], 0);
      return [aspect, round3(MEAN_RATING + 0.7 * person.generosity + tea.merits[aspect] + match)];
    }),
  ) as Record<Aspect, number>;

const toScale = (value: number, step: number): number =>
  Math.min(5, Math.max(1, Math.round(value / step) * step));

/** The overall rating on its scale, 1 to 5 in steps of 0.5. */
export const toRating = (value: number): number => toScale(value, 0.5);

/** An aspect rating on its scale, 1 to 5 in steps of 1. */
export const toAspectRating = (source: Random, noiseless: number): number =>
  toScale(noiseless + ASPECT_NOISE * source.normal(), 1);
