import { type Keyword, keywordProfile } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import type { AspectMean, Profile, SharedWord } from '../answers';
import type { Catalogue } from './catalogue';
import { type Mention, mentionsOf } from './history';
import type { Moment } from './moment';

/** The whole keyword profile of an entity and the history behind it. */
export interface FullProfile {
  readonly mentions: readonly Mention[];
  readonly keywords: readonly Keyword[];
  /** Weight of each word. */
  readonly weights: ReadonlyMap<number, number>;
  /** How each word is meant, as {@link Keyword.polarity}. */
  readonly polarities: ReadonlyMap<number, number | null>;
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
  const keywords = keywordProfile(
    mentions.map(({ remaining, words, rating, interaction }) => ({
      remaining,
      words,
      // The reviewer's own level, so that a generous reviewer's praise does not count double.
      deviation: rating === null ? null : rating - (meanRating + biases[interaction.user]),
    })),
  );
  return {
    mentions,
    keywords,
    weights: new Map(keywords.map(({ word, weight }) => [word, weight])),
    polarities: new Map(keywords.map(({ word, polarity }) => [word, polarity])),
  };
}

/** A profile cut to its heaviest words, with the means of the aspects. */
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

/** Words that both profiles hold, liked or not, strongest first. */
export function sharedWords(catalogue: Catalogue, person: FullProfile, item: FullProfile): SharedWord[] {
  const shared: SharedWord[] = [];
  for (const [word, itemWeight] of item.weights) {
    const personWeight = person.weights.get(word);
    if (personWeight === undefined) continue;
    shared.push({
      word: catalogue.bundle.vocabulary.word[word],
      personWeight,
      itemWeight,
      strength: Math.sqrt(personWeight * itemWeight),
      personPolarity: person.polarities.get(word) ?? null,
      itemPolarity: item.polarities.get(word) ?? null,
    });
  }
  return shared.sort((a, b) => b.strength - a.strength || a.word.localeCompare(b.word));
}

/** Said in reviews rated no lower than their writers usually rate. Where no rating tells, nobody knows: that is no liking. */
const isLiked = (polarity: number | null): boolean => polarity !== null && polarity >= 0;

/** Those of the shared words that speak for the item: neither side dislikes them. */
export const reasonsAmong = (shared: readonly SharedWord[]): SharedWord[] =>
  shared.filter(({ personPolarity, itemPolarity }) => isLiked(personPolarity) && isLiked(itemPolarity));
