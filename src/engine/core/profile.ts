import { type Keyword, keywordProfile, type WordWeight } from '../../model/attribution';
import { PERSON_DAMPING } from '../../model/keywordMatch';
import { signOf } from '../../model/signs';
import type { Side } from '../../vocabulary';
import type { AspectMean, Profile } from '../answers';
import type { Catalogue } from './catalogue';
import { type Mention, mentionsOf } from './history';
import type { Moment } from './moment';
import { deviationsAt } from './sayings';

/** The whole keyword profile of an entity and the history behind it. */
export interface FullProfile {
  readonly mentions: readonly Mention[];
  readonly keywords: readonly Keyword[];
  /** What a word of each mention counts: its sign in the profile of a person, 1 in that of an item. */
  readonly factors: readonly ((word: WordWeight) => number)[];
  /** ‖Σ factor·m‖ and what is added to it below the line. */
  readonly norm: number;
  readonly damping: number;
  /** k(w) of each word. */
  readonly weights: ReadonlyMap<number, number>;
}

/** Computes profiles of a moment, each once. */
export class Profiles {
  private readonly held = new WeakMap<Moment, Map<string, FullProfile>>();

  constructor(private readonly catalogue: Catalogue) {}

  of(moment: Moment, side: Side, entity: number): FullProfile {
    const key = `${side}${entity}`;
    let ofMoment = this.held.get(moment);
    if (!ofMoment) {
      ofMoment = new Map();
      this.held.set(moment, ofMoment);
    }
    let profile = ofMoment.get(key);
    if (!profile) {
      profile = fullProfile(this.catalogue, moment, side, entity);
      ofMoment.set(key, profile);
    }
    return profile;
  }
}

function fullProfile(catalogue: Catalogue, moment: Moment, side: Side, entity: number): FullProfile {
  const { meanRating } = catalogue.config;
  const { biases } = moment.statistics().users;
  const mentions = mentionsOf(moment, side, entity);
  const rows = moment.rowsOf(side, entity);
  const damping = side === 'user' ? PERSON_DAMPING : 0;
  const factors =
    side === 'user'
      ? deviationsAt(catalogue, moment, rows).map(
          (deviation) =>
            ({ tone }: WordWeight) =>
              signOf(deviation, tone),
        )
      : mentions.map(() => () => 1);
  const { norm, keywords } = keywordProfile(
    mentions.map(({ words, rating, interaction }, k) => ({
      factor: factors[k],
      words,
      // The reviewer's own level, so that a generous reviewer's praise does not count double.
      deviation: rating === null ? null : rating - (meanRating + biases[interaction.user]),
    })),
    damping,
  );
  return {
    mentions,
    factors,
    norm,
    damping,
    keywords,
    weights: new Map(keywords.map(({ word, weight }) => [word, weight])),
  };
}

/** A profile cut to its heaviest words, liked or disliked, with the means of the aspects. */
export function profileOf(catalogue: Catalogue, full: FullProfile, words: number): Profile {
  const { word: names } = catalogue.bundle.vocabulary;
  return {
    words: full.keywords.slice(0, words).map(({ word, weight, polarity, evidence }) => ({
      word: names[word],
      weight,
      polarity,
      mentions: evidence.length,
      evidence: evidence.map((part) => ({
        key: full.mentions[part.source].interaction.key,
        weight: part.weight,
        denied: part.denied,
        tone: part.tone,
      })),
    })),
    totalWords: full.keywords.length,
    aspects: aspectMeans(catalogue, full.mentions),
  };
}

function aspectMeans(catalogue: Catalogue, mentions: readonly Mention[]): AspectMean[] {
  return catalogue.config.aspects.map(({ field, label, mean, min, max }, k) => {
    let sum = 0;
    let count = 0;
    for (const { aspects } of mentions) {
      const value = aspects[k];
      if (value === null) continue;
      sum += value;
      count++;
    }
    return { field, label, mean: count > 0 ? sum / count : null, count, overall: mean, min, max };
  });
}
