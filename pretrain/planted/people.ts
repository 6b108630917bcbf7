import { random } from '../random';
import { NAMES } from './names';
import { between, chance, pick, round3 } from './sampling';
import { forTraits, TRAITS, type Trait, type TraitVector } from './traits';

/** A made-up person. What the model never sees and the truth file tells. */
export interface Person {
  readonly id: string;
  /** The circle of like-minded people that the tastes were drawn from. */
  readonly circle: string;
  /** Weight of each trait in the rating; positive is loved. */
  readonly tastes: TraitVector;
  /** Added to every rating. */
  readonly generosity: number;
  /** Standard deviation of the overall rating around its noiseless value. */
  readonly noise: number;
  /** Mean number of sentences. */
  readonly verbosity: number;
}

/** From this weight on a person cares about a trait, writes about it, and misses it or is glad when it is absent. */
export const CARES = 0.5;

export const loves = (person: Person, trait: Trait): boolean => person.tastes[trait] >= CARES;
export const dislikes = (person: Person, trait: Trait): boolean => person.tastes[trait] <= -CARES;

interface Circle {
  readonly name: string;
  readonly loves: readonly Trait[];
  /** Each member dislikes one of them. */
  readonly dislikes: readonly Trait[];
}

/** People resemble each other, or nothing could be learned about a person from the others. */
const CIRCLES: readonly Circle[] = [
  { name: 'hearth', loves: ['smoky', 'malty'], dislikes: ['grassy', 'floral'] },
  { name: 'garden', loves: ['floral', 'fruity'], dislikes: ['smoky', 'earthy'] },
  { name: 'meadow', loves: ['grassy', 'astringent'], dislikes: ['malty', 'spicy'] },
  { name: 'forest', loves: ['earthy', 'smoky'], dislikes: ['fruity', 'astringent'] },
  { name: 'bazaar', loves: ['spicy', 'malty'], dislikes: ['astringent', 'grassy'] },
];

export function makePeople(seed: number): Person[] {
  return NAMES.map((id, k) => {
    const source = random(seed, 'planted', 'person', id);
    const circle = CIRCLES[k % CIRCLES.length];
    const disliked = pick(source, circle.dislikes);
    const others = TRAITS.filter((t) => t !== disliked && !circle.loves.includes(t));
    // Most have one taste more that is theirs alone, so that a circle does not say all about its members.
    const own = chance(source, 0.6) ? pick(source, others) : null;
    const ownSign = chance(source, 0.5) ? 1 : -1;
    const tastes = forTraits((trait) => {
      const strength = between(source, 0.9, 1.5);
      if (circle.loves.includes(trait)) return round3(strength);
      if (trait === disliked) return round3(-strength);
      if (trait === own) return round3(0.8 * ownSign * strength);
      return round3(0.1 * source.normal());
    });
    return {
      id,
      circle: circle.name,
      tastes,
      generosity: round3(0.35 * source.normal()),
      noise: round3(between(source, 0.2, 0.45)),
      verbosity: round3(between(source, 1.6, 4)),
    };
  });
}
