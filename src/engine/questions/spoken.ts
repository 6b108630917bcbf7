import type { ItemSummary } from '../answers';
import { wholeNumber } from '../core/ground';
import { itemSummary } from '../core/summaries';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface SpokenRequest extends Place {
  readonly items: readonly string[];
  /** Most words of each; of 0 none are worked out. */
  readonly words: number;
}

/** An item, and what its reviews speak of. */
export interface Spoken {
  readonly item: ItemSummary;
  /** What they affirm, the heaviest of its profile first: none that they deny, and of one root one word. */
  readonly words: readonly string[];
}

/** What the reviews of some items say that these are like, in the order in which they are asked for. */
export const spoken = question<SpokenRequest, readonly Spoken[]>({
  async answer(ground, { items, words, ...place }, { proceed }) {
    wholeNumber(words, 'words');
    const rows = items.map((id) => ground.item(id, 'items'));
    const moment = await ground.at(place, proceed, null);
    const { catalogue } = ground;
    const names = catalogue.bundle.vocabulary.word;
    const census = moment.census();
    const all: Spoken[] = [];
    for (const row of rows) {
      proceed();
      // Whoever wants no words need not wait for what they are measured with.
      const { keywords } = words > 0 ? await ground.profile(moment, 'item', row) : NO_WORDS;
      const said = keywords.filter(({ weight }) => weight > 0).map(({ word }) => names[word]);
      all.push({ item: itemSummary(catalogue, census, row), words: unlike(said).slice(0, words) });
    }
    return all;
  },
});

const NO_WORDS = { keywords: [] };

/** Letters with which words of one root begin alike. */
const ROOT = 4;

/** Without words that begin like one before them, as "smoky" does like "smokiness": two would say the same. */
const unlike = (words: readonly string[]): string[] =>
  words.filter((word, k) => !words.slice(0, k).some((one) => one.slice(0, ROOT) === word.slice(0, ROOT)));
