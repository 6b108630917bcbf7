import type { UpdateTrace } from '../../engine/openedNumber';
import type { DatasetInfo } from '../../engine/start';
import { reachOf, type Strip } from './HeatStrip';
import { textStrip } from './readingStations';
import { type StationView, sym, valuesOf } from './stationParts';

function feedbackStrips(trace: UpdateTrace, { rating, aspects }: DatasetInfo): [Strip, Strip] {
  const names = [rating, ...aspects].map(({ label }) => label.toLowerCase());
  const presence = valuesOf(trace, 'presence');
  return [
    {
      symbol: 'y',
      name: 'y, standardised ratings',
      values: valuesOf(trace, 'ratings'),
      scale: 'signed',
      reach: reachOf(valuesOf(trace, 'ratings'), [2]),
      placeName: (k) => `${names[k]}${presence[k + 1] === 1 ? '' : ' (absent)'}`,
      open: (field) => ({ of: 'standardised', key: trace.key, field }),
    },
    {
      symbol: 'p',
      name: 'p, what is there',
      values: presence,
      scale: 'share',
      hue: 'ink',
      placeName: (k) => (k === 0 ? 'text' : names[k - 1]),
    },
  ];
}

export function feedback(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const strips = feedbackStrips(trace, dataset);
  const n = strips[0].values.length;
  const given = [trace.rating, ...trace.aspects].map((one) => one !== null);
  const standardised = String.raw`\frac{r - \bar r}{\sigma}`;
  const y = given.every(Boolean)
    ? standardised
    : given.some(Boolean)
      ? String.raw`\begin{cases} ${standardised} & \text{given} \\ 0 & \text{absent} \end{cases}`
      : '0';
  return {
    title: given.some(Boolean) ? 'Ratings are measured from the mean' : 'No rating was given',
    sentence:
      'Each rating becomes its distance from the mean of the training data, in standard deviations. A presence bit says which parts were given at all.',
    tex: `${sym('y', 'y')} = ${y}, \\qquad ${sym('p', 'p')} \\in \\{0, 1\\}`,
    shape: `[${n}] and [${n + 1}]`,
    groups: [{ title: null, strips }],
  };
}

export const featureStrip = (trace: UpdateTrace): Strip => ({
  symbol: 'x',
  name: 'x, the interaction',
  values: valuesOf(trace, 'x'),
  scale: 'signed',
  reach: 1,
  open: (d) => ({ of: 'feature', key: trace.key, d }),
});

/** Whether the model also sees the text times the overall rating: the rows of its weights tell. */
function hasProduct({ tensors, weights }: UpdateTrace): boolean {
  const sizes = [weights['text/context/bias'], tensors.ratings, tensors.presence].map(
    (one) => one?.shape[0] ?? 0,
  );
  return weights['features/kernel'].shape[0] > sizes.reduce((a, b) => a + b, 0);
}

export function fusion(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const strips = feedbackStrips(trace, dataset);
  const text = trace.text === 'absent' ? [] : [textStrip(trace)];
  const t = trace.text === 'absent' ? '0' : sym('t', 't');
  const blocks = [t, sym('y', 'y'), sym('p', 'p')];
  // A model may also see what is said in praise apart from what is said in blame.
  const product = hasProduct(trace);
  const times = trace.text === 'absent' || trace.rating === null ? '0' : `${sym('y', 'y_0')}\\,${t}`;
  if (product) blocks.push(times);
  return {
    title: 'Everything that was given becomes one vector x',
    sentence: `One layer of weights fuses text, ratings${product ? ', the text times the overall rating,' : ''} and presence. Whatever is missing is 0 and adds nothing; its bit says so.`,
    tex: `${sym('x', 'x_\\tau')} = \\tanh\\big(W\\,[\\,${blocks.join('\\,;\\,')}\\,] + b\\big)`,
    shape: trace.weights['features/kernel'].shape.map((size) => `[${size}]`).join(' → '),
    groups: [{ title: null, strips: [...text, ...strips, featureStrip(trace)] }],
  };
}
