import { type Random, random } from '../random';
import type { Review } from '../review';
import { makeVisits } from './activity';
import { makePeople, type Person } from './people';
import { chance, round3 } from './sampling';
import { makeTeas, type Tea, usualTraits } from './teas';
import { ASPECTS, type Aspect, type TraitVector } from './traits';
import { aspectsOf, toAspectRating, toRating, type Utility, utilityOf } from './utility';
import { type Mention, writeReview } from './write-review';

const REVIEWS = 900;

/** Share of reviews that lack a part. A few are bare text, others lack single parts at random. */
const ABSENT = { allButText: 0.02, text: 0.12, rating: 0.06, aspects: 0.13, oneAspect: 0.1 };

export interface PlantedReview {
  readonly person: Person;
  readonly tea: Tea;
  readonly review: Omit<Review, 'line'>;
  readonly utility: Utility;
  readonly aspects: Readonly<Record<Aspect, number>>;
  /** What was added to the noiseless rating. */
  readonly noise: number;
  readonly mentions: readonly Mention[];
}

export interface Planted {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly teas: readonly Tea[];
  readonly usual: TraitVector;
  /** By time. */
  readonly reviews: readonly PlantedReview[];
}

/** People, teas and reviews from a seed, the same on every machine. */
export function generate(seed: number): Planted {
  const people = makePeople(seed);
  const teas = makeTeas(seed);
  const usual = usualTraits(teas);
  const visits = makeVisits(seed, people.length, teas.length, REVIEWS);
  const earlier = people.map((): Tea[] => []);
  const said = people.map(() => new Set<string>());
  const reviews = visits.map(({ person: row, tea: column, time, seq }): PlantedReview => {
    const [person, tea] = [people[row], teas[column]];
    const source = random(seed, 'planted', 'review', person.id, tea.id);
    const utility = utilityOf(person, tea, usual);
    const noise = round3(person.noise * source.normal());
    const felt = utility.noiseless + noise;
    const aspects = aspectsOf(person, tea, utility);
    const rated = Object.fromEntries(ASPECTS.map((a) => [a, toAspectRating(source, aspects[a])]));
    const has = presence(source);
    // Written in any case, so that a share changed above does not change the reviews that keep their text.
    const { text, mentions } = writeReview(source, {
      person,
      tea,
      earlier: earlier[row],
      said: said[row],
      felt,
      aspects,
    });
    earlier[row].push(tea);
    const given = ASPECTS.filter((_, k) => has.aspects && k !== has.without);
    return {
      person,
      tea,
      review: {
        user: person.id,
        item: tea.id,
        rating: has.rating ? toRating(felt) : null,
        aspects: Object.fromEntries(given.map((a) => [a, rated[a]])),
        text: has.text ? text : '',
        time,
        seq,
      },
      utility,
      aspects,
      noise,
      mentions: has.text ? mentions : [],
    };
  });
  reviews.sort((a, b) => a.review.time! - b.review.time! || (a.review.user < b.review.user ? -1 : 1));
  return { seed, people, teas, usual, reviews };
}

/** Which parts a review has; at least one. `without` is the row of an aspect that was left blank, or −1. */
function presence(source: Random) {
  const bare = chance(source, ABSENT.allButText);
  const text = bare || !chance(source, ABSENT.text);
  const aspects = !bare && !chance(source, ABSENT.aspects);
  const rating = !bare && !(chance(source, ABSENT.rating) && (text || aspects));
  const without = chance(source, ABSENT.oneAspect) ? Math.floor(source.next() * ASPECTS.length) : -1;
  return { text, aspects, rating, without };
}
