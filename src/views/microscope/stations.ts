import { alignedTex, CHOICE, scoreOf } from '../../engine/equations';
import type { UpdateTrace } from '../../engine/openedNumber';
import type { DatasetInfo } from '../../engine/start';
import type { Station } from '../../session/microscope';
import { SIDES, type Side } from '../../vocabulary';
import { candidate, gate, next } from './cellStations';
import { feedback, fusion, ratedIn } from './featureStations';
import { ofText, withoutWords } from './readingStations';
import { kindIn, type StationView, valuesOf } from './stationParts';

/** Names of the stations, as in the diagram. */
export const STATION_NAMES: Record<Station, string> = {
  words: 'Words',
  context: 'Context',
  attention: 'Attention',
  text: 'Text vector',
  feedback: 'Ratings',
  fusion: 'Features',
  reset: 'Reset gates',
  update: 'Update gates',
  candidate: 'Candidates',
  next: 'New states',
  score: 'Prediction',
  choice: 'Choice',
};

/** Whether a station computes anything that a program can repeat. */
export function hasCode(station: Station, trace: UpdateTrace): boolean {
  // A number of the pair opens as one, with its code.
  if (station === 'score' || station === 'choice') return false;
  if (station === 'feedback') return ratedIn(trace).some(Boolean);
  return trace.text === 'read' || !['words', 'context', 'attention', 'text'].includes(station);
}

/** What one station shows of a trace. */
export function viewOf(station: Station, trace: UpdateTrace, dataset: DatasetInfo): StationView {
  switch (station) {
    case 'words':
    case 'context':
    case 'attention':
    case 'text':
      return trace.text === 'read' ? ofText(station, trace) : withoutWords(station, trace);
    case 'feedback':
      return feedback(trace, dataset);
    case 'fusion':
      return fusion(trace, dataset);
    case 'reset':
    case 'update':
      return gate(station, trace);
    case 'candidate':
      return candidate(trace);
    case 'next':
      return next(trace);
    case 'score': {
      const { scorer } = dataset.prediction;
      const { prediction, dot, factor, mlp, hidden } = scoreOf(dataset.prediction);
      const shown = [
        prediction,
        ...(scorer === 'mlp' ? [] : [dot, factor]),
        ...(scorer === 'dot' ? [] : [mlp, hidden]),
      ];
      return {
        title: 'What is expected of this pair, before and after',
        sentence: `The scorer adds what is usual for the ${kindIn(trace)} and for the item to how well the two states match. ${movedOf(trace)}`,
        tex: alignedTex(shown),
        shape: 'two states → one number',
        groups: [],
      };
    }
    case 'choice':
      return {
        title: 'Whether to show it, before and after',
        sentence: `The list is sorted by this score, not by the predicted rating. It adds how many like the item, how well the two states match, and how well the words that the ${kindIn(trace)} likes match those of the item’s reviews. ${movedOf(trace)}`,
        tex: alignedTex(
          (['choice', 'choice-popularity', 'choice-states', 'choice-match'] as const).map(
            (one) => CHOICE[one],
          ),
        ),
        shape: 'two states and two keyword profiles → one number',
        groups: [],
      };
  }
}

/** What the interaction has moved, of that which a prediction rests on. */
function movedOf(trace: UpdateTrace): string {
  const moves = (side: Side) => {
    const next = valuesOf(trace, `${side}/next`);
    return valuesOf(trace, `${side}/before`).some((value, d) => value !== next[d]);
  };
  const [person, item] = SIDES.map(moves);
  if (person && item) return 'Both states have moved.';
  if (!person && !item) return 'Neither state has moved: the update gates keep all of both.';
  return `The state of the ${person ? kindIn(trace) : 'item'} has moved; of the other one the update gate keeps all.`;
}
