import { alignedTex, features, presence, standardised } from '../../engine/equations';
import type { UpdateTrace } from '../../engine/openedNumber';
import type { DatasetInfo } from '../../engine/start';
import { reachOf, type Strip } from './HeatStrip';
import { type StationView, stripOf, stripsOf } from './stationParts';

/** Which fields were rated: the overall rating, then each aspect. */
export const ratedIn = ({ rating, aspects }: UpdateTrace): boolean[] =>
  [rating, ...aspects].map((one) => one !== null);

/** A vector of an interaction; of ratings each place says whose it is. */
function named(trace: UpdateTrace, { rating, aspects }: DatasetInfo, strip: Strip): Strip {
  const names = [rating, ...aspects].map(({ label }) => label.toLowerCase());
  if (strip.symbol === 'presence') return { ...strip, placeName: (k) => (k === 0 ? 'text' : names[k - 1]) };
  if (strip.symbol !== 'ratings') return strip;
  const rated = ratedIn(trace);
  return {
    ...strip,
    reach: reachOf(strip.values, [2]),
    placeName: (k) => `${names[k]}${rated[k] ? '' : ' (absent)'}`,
  };
}

export function feedback(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const rated = ratedIn(trace);
  const equations = [standardised(rated), presence([trace.text !== 'absent', ...rated])];
  const n = rated.length;
  return {
    title: rated.some(Boolean) ? 'Ratings are measured from the mean' : 'No rating was given',
    sentence:
      'Each rating becomes its distance from the mean of the training data, in standard deviations. A presence bit says which parts were given at all.',
    tex: alignedTex(equations),
    shape: `[${n}] and [${n + 1}]`,
    groups: [{ title: null, strips: equations.map(({ of }) => named(trace, dataset, stripOf(trace, of))) }],
  };
}

/** Whether the model also sees the text times the overall rating: the rows of its weights tell. */
export function hasProduct({ tensors, weights }: UpdateTrace): boolean {
  const sizes = [weights['text/context/bias'], tensors.ratings, tensors.presence].map(
    (one) => one?.shape[0] ?? 0,
  );
  return weights['features/kernel'].shape[0] > sizes.reduce((a, b) => a + b, 0);
}

/** How the features of an interaction are made. */
const fusedOf = (trace: UpdateTrace) =>
  features({
    product: hasProduct(trace),
    text: trace.text !== 'absent',
    rating: trace.rating !== null,
  });

export function fusion(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const equation = fusedOf(trace);
  return {
    title: 'Everything that was given becomes one vector x',
    sentence: `One layer of weights fuses text, ratings${hasProduct(trace) ? ', the text times the overall rating,' : ''} and presence. Whatever is missing is 0 and adds nothing; its bit says so.`,
    tex: alignedTex([equation]),
    shape: trace.weights['features/kernel'].shape.map((size) => `[${size}]`).join(' → '),
    groups: [
      {
        title: null,
        strips: stripsOf(trace, [equation]).map((strip) => named(trace, dataset, strip)),
      },
    ],
  };
}
