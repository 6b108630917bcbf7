import { TOKENISER_REVISION } from '../../src/model/revision';
import { wordsOf } from '../../src/model/tokens';
import type { Case, Finding } from './finding';
import type { PlantedMention } from './groups';
import type { NewReview, Recommender } from './recommender';
import type { Stage } from './stage';

/** From this weight on a planted person cares about a trait. */
const CARES = 0.5;

/** A word in a review of a planted person, and what they truly think of it. */
interface Spoken {
  readonly person: string;
  /** Which of the person's reviews. */
  readonly review: number;
  readonly word: string;
  readonly negated: boolean;
  /** More than 0 for what they love. */
  readonly taste: number;
}

/**
 * Planted people have their reviews read. *Negated mentions*: is the sign of the word in the profile their true taste? One who loves smoke and
 * writes "sadly not smoky" is to be known for a lover of smoke, one who is glad of it for the opposite. Once by that
 * review alone, once by all that the person wrote. *Plain mentions*: is their sign the true taste likewise, and is it that of
 * the same review with nothing but the word? A word that is not in the profile is wrong. Nothing where there is no truth or no profile.
 */
export async function negation(stage: Stage, { words }: Recommender): Promise<Finding[]> {
  const { truth } = stage;
  if (!truth || !words) return [];
  const reviews = reviewsByPerson(stage);
  const found = new Map<string, Case[]>();
  const people = [...reviews.keys()];
  for (const [person, own] of reviews) {
    const whole = await words(own.map(({ review }) => review));
    const all = own.flatMap(({ mentions }, review) => spokenIn(stage, person, review, mentions));
    for (const mention of all) {
      const { review, word, negated, taste } = mention;
      const add = (variant: string, passed: boolean) => {
        const one = { of: people.indexOf(person), value: Number(passed), passed };
        found.set(variant, [...(found.get(variant) ?? []), one]);
      };
      const of = own[review].review;
      const read = (await words([of])).get(word) ?? 0;
      if (Math.abs(taste) >= CARES) {
        for (const kind of negated ? ['negated', taste > 0 ? 'regretted' : 'welcome'] : ['plain'])
          for (const [history, weight] of [
            ['one review', read],
            ['all reviews', whole.get(word) ?? 0],
          ] as const)
            add(`${kind}, ${history}`, Math.sign(weight) === Math.sign(taste));
      }
      if (!negated && of.rating !== null) {
        const alone = (await words([{ ...of, text: word }])).get(word) ?? 0;
        add('plain, kept', read !== 0 && Math.sign(read) === Math.sign(alone));
      }
    }
  }
  return Array.from(found, ([variant, cases]) => ({
    behaviour: 'negation',
    variant,
    measure: 'share of mentions',
    cases,
  }));
}

/** What planted people wrote, with the mentions that were planted in it, in the order of the log. */
function reviewsByPerson({ data, truth }: Stage) {
  const planted = new Map(truth!.interactions.map((one) => [`${one.user} ${one.item}`, one.mentions]));
  const found = new Map<string, { review: NewReview; mentions: readonly PlantedMention[] }[]>();
  data.users.forEach((user, row) => {
    const [person, item] = [data.userIds[user], data.itemIds[data.items[row]]];
    const mentions = planted.get(`${person} ${item}`);
    if (!mentions) return;
    const review = { item: data.items[row], rating: data.feedback[row].rating, text: data.texts[row] };
    found.set(person, [...(found.get(person) ?? []), { review, mentions }]);
  });
  return found;
}

/** The words that were planted in a review, without those that it both affirms and denies. */
function spokenIn(
  { truth }: Stage,
  person: string,
  review: number,
  mentions: readonly PlantedMention[],
): Spoken[] {
  const spoken = new Map<string, Spoken | null>();
  for (const { trait, word, written, negated } of mentions) {
    const [form = word] = wordsOf(written ?? word, TOKENISER_REVISION);
    const taste = truth!.people[person]?.tastes[trait] ?? 0;
    const before = spoken.get(form);
    const contrary = before === null || (before !== undefined && before.negated !== negated);
    spoken.set(form, contrary ? null : { person, review, word: form, negated, taste });
  }
  return [...spoken.values()].filter((one) => one !== null);
}
