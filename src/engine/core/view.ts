import type { ItemView, Prediction, Recommendation, View, ViewRequest } from '../api';
import type { Catalogue } from './catalogue';
import { historyEntries } from './history';
import type { Moment } from './moment';
import { type FullProfile, type Profiles, profileOf, reasonsAmong, sharedWords } from './profile';
import { predictionOf, type Scores } from './scores';
import { itemSummary, personSummary } from './summaries';

/** Words named as reasons for one item. */
const REASONS = 3;
/** Words shown as shared between the person and the chosen item. */
const SHARED = 12;

/** What two profiles have in common, and what of it speaks for the item: the same for a place in the list and for the chosen one. */
function commonTo(catalogue: Catalogue, person: FullProfile, item: FullProfile) {
  const shared = sharedWords(catalogue, person, item);
  return { shared: shared.slice(0, SHARED), reasons: reasonsAmong(shared).slice(0, REASONS) };
}

export interface ViewParts {
  readonly catalogue: Catalogue;
  readonly profiles: Profiles;
  readonly moment: Moment;
  readonly user: number;
  readonly scores: Scores;
  /** The chosen item, and what is expected of the person for it from all other interactions. */
  readonly item: { readonly row: number; readonly prediction: Prediction } | null;
}

/** Puts together what the main screen shows, all from one moment. */
export function buildView(request: ViewRequest, parts: ViewParts): Omit<View, 'milliseconds'> {
  const { catalogue, profiles, moment, user, scores } = parts;
  const person = profiles.of(moment, 'user', user);
  return {
    source: moment.source,
    person: {
      summary: personSummary(catalogue, moment.census(), user, request.person),
      history: historyEntries(catalogue, moment, person.mentions),
      profile: profileOf(catalogue, person, request.words),
    },
    item: parts.item && buildItem(request, parts, person, parts.item),
    recommendations: Array.from(
      scores.ranking.subarray(0, request.k),
      (item, k): Recommendation => ({
        rank: k + 1,
        item: itemSummary(catalogue, moment.census(), item),
        prediction: predictionOf(catalogue, scores, item),
        reasons: commonTo(catalogue, person, profiles.of(moment, 'item', item)).reasons,
      }),
    ),
    candidates: scores.ranking.length,
  };
}

function buildItem(
  request: ViewRequest,
  { catalogue, profiles, moment, scores }: ViewParts,
  person: FullProfile,
  { row, prediction }: { readonly row: number; readonly prediction: Prediction },
): ItemView {
  const full = profiles.of(moment, 'item', row);
  return {
    summary: itemSummary(catalogue, moment.census(), row),
    history: historyEntries(catalogue, moment, full.mentions),
    profile: profileOf(catalogue, full, request.words),
    prediction,
    rank: scores.ranks[row] || null,
    ...commonTo(catalogue, person, full),
  };
}
