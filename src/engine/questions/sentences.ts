import type { Side } from '../../vocabulary';
import { historyEntries } from '../core/history';
import { type PreparedText, prepareText } from '../core/readText';
import { RequestError } from '../core/requestError';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface SentencesRequest extends Place {
  /** Whose profile: of a person or of an item. */
  readonly side: Side;
  readonly id: string;
  /** A keyword of that profile. */
  readonly word: string;
}

/** A review that a keyword of a profile comes from. */
export interface Mentioned {
  readonly key: string;
  /** Who wrote, of what, and when in Unix seconds; null where that is not known here. */
  readonly personLabel: string;
  readonly itemName: string;
  readonly time: number | null;
  /** Null where it is not known here: not every data set may pass its texts on. */
  readonly text: string | null;
  /**
   * Where the word stands in the text, in UTF-16 units, from what denies it on where something does: “not bitter”. Nowhere
   * where the text is not known here.
   */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Every review that mentions a keyword, the one that gives most of it first; none where the profile has no such word. */
export const sentences = question<SentencesRequest, readonly Mentioned[]>({
  async answer(ground, { side, id, word, ...place }) {
    const { catalogue } = ground;
    await catalogue.bundle.prose?.load();
    const wanted = catalogue.vocabulary.get(word);
    if (wanted === undefined) throw new RequestError('word', { is: 'no-word', name: word });
    const moment = await ground.at(place);
    const profile = await ground.profile(moment, side, ground.entity(moment, side, id));
    const keyword = profile.keywords.find((one) => one.word === wanted);
    if (!keyword) return [];
    const from = keyword.evidence.map(({ source }) => profile.mentions[source]);
    return historyEntries(catalogue, moment, from).map(({ key, text, personLabel, itemName, time }) => {
      const prepared = text === null ? null : prepareText(catalogue, text);
      return { key, personLabel, itemName, time, text, places: prepared ? placesOf(prepared, wanted) : [] };
    });
  },
});

function placesOf({ tokens, ids, deniers }: PreparedText, wanted: number): Mentioned['places'] {
  const places: { start: number; end: number }[] = [];
  for (let k = 0; k < ids.length; k++) {
    if (ids[k] !== wanted) continue;
    const { start } = tokens[deniers[k] ?? k];
    const { end } = tokens[k];
    const last = places.at(-1);
    // "Not smoky or smoked" denies twice at once.
    if (last && start < last.end) last.end = end;
    else places.push({ start, end });
  }
  return places;
}
