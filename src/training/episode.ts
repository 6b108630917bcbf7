import { type LogStatistics, logStatistics } from '../model/bias';
import type { FeedbackBatch } from '../model/features';
import { type Random, shuffle } from '../model/random';
import { type ChoiceQuery, wordMatches } from './choiceLoss';
import { type Stream, streamOf } from './stream';
import { type StreamOrder, streamed } from './streamOrder';
import { type TrainingData, trainRows } from './trainingData';

export interface ChoiceOptions {
  /** What the loss of the ratings counts beside that of the choice. */
  readonly ratings: number;
  /** Share of the entries of text vectors, and of people's states before Q, that training hides. */
  readonly dropout: number;
  /** Smallest rating that counts as liked. */
  readonly liked: number;
  /** What an interaction that was not liked counts as a target, where one that was counts 1. */
  readonly others: number;
  /** Share of the people of an episode whose history is cut to 1–5 interactions. */
  readonly short: number;
  /** Rating that the text of each interaction of the data tells alone, NaN without text; null where words do not count. */
  readonly told: Float64Array | null;
}

export interface EpisodeOptions {
  /** Share of the train interactions that is streamed; the rest is predicted. */
  readonly support: number;
  readonly order: StreamOrder;
  /** Probability that a streamed interaction loses its text, or all its ratings. */
  readonly dropText: number;
  readonly dropRatings: number;
  /** How the choice score is trained beside the ratings. */
  readonly choice?: ChoiceOptions;
}

/** One episode: interactions that are streamed, and others, unseen by the states, that are predicted. */
export interface Episode {
  /** Rows of the data that are streamed, in order. */
  readonly rows: Int32Array;
  /** The same, modalities dropped. */
  readonly support: Stream;
  readonly statistics: LogStatistics;
  /** Pairs to predict and their ratings. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly truth: Float32Array;
  readonly choice: ChoiceQuery | null;
  /** Of what is hidden by chance from the states. */
  readonly seed: number;
}

/** Deals the train interactions at random into a support part, streamed in the order asked for, and rated ones to predict. */
export function drawEpisode(
  data: TrainingData,
  vectors: Float32Array,
  options: EpisodeOptions,
  source: Random,
): Episode {
  const dealt = shuffle(trainRows(data), source);
  const cut = Math.round(dealt.length * options.support);
  const { choice } = options;
  const support = streamed(data, dealt.subarray(0, cut), options.order);
  const rows = shortened(data, support, choice?.short ?? 0, source);
  const history = streamOf(data, vectors, rows);
  if (choice && choice.dropout > 0)
    for (let k = 0; k < history.vectors.length; k++)
      history.vectors[k] *= source.next() < choice.dropout ? 0 : 1 / (1 - choice.dropout);
  const query = dealt.subarray(cut).filter((row) => !Number.isNaN(data.ratings[row]));
  return {
    rows,
    support: { ...history, feedback: dropModalities(history.feedback, options, source) },
    statistics: logStatistics(data.config, history, data.userIds.length, data.itemIds.length),
    users: Int32Array.from(query, (r) => data.users[r]),
    items: Int32Array.from(query, (r) => data.items[r]),
    truth: Float32Array.from(query, (r) => data.ratings[r]),
    choice: choice ? choiceQuery(data, choice, rows, history, query) : null,
    seed: source.next(),
  };
}

/** Clears presence bits at random: whole texts, or all ratings of an interaction. */
function dropModalities(
  batch: FeedbackBatch,
  options: Pick<EpisodeOptions, 'dropText' | 'dropRatings'>,
  source: Random,
): FeedbackBatch {
  const presence = batch.presence.slice();
  const bits = presence.length / batch.size;
  for (let row = 0; row < batch.size; row++) {
    if (source.next() < options.dropText) presence[row * bits] = 0;
    if (source.next() < options.dropRatings) presence.fill(0, row * bits + 1, (row + 1) * bits);
  }
  return { ...batch, presence };
}

/** The history of some people cut to their first 1–5 interactions, so that newcomers are met as well. */
function shortened(data: TrainingData, rows: Int32Array, share: number, source: Random): Int32Array {
  if (share === 0) return rows;
  const most = Float64Array.from(data.userIds, () =>
    source.next() < share ? 1 + Math.floor(source.next() * 5) : Number.POSITIVE_INFINITY,
  );
  const had = new Int32Array(data.userIds.length);
  return rows.filter((row) => ++had[data.users[row]] <= most[data.users[row]]);
}

const MASKED = -1e9;

function choiceQuery(
  data: TrainingData,
  { told, liked, others }: ChoiceOptions,
  rows: Int32Array,
  history: Stream,
  query: Int32Array,
): ChoiceQuery {
  const wanted = others > 0 ? query : query.filter((row) => data.ratings[row] >= liked);
  const [people, items] = [data.userIds.length, data.itemIds.length];
  const seen = new Float32Array(wanted.length * items);
  const of = new Map<number, number[]>();
  wanted.forEach((row, k) => {
    const u = data.users[row];
    of.set(u, [...(of.get(u) ?? []), k]);
  });
  const { worlds } = data;
  if (worlds)
    wanted.forEach((row, k) => {
      const own = worlds.users[data.users[row]];
      for (let item = 0; item < items; item++)
        if (worlds.items[item] !== own) seen[k * items + item] = MASKED;
    });
  for (const row of rows)
    for (const k of of.get(data.users[row]) ?? []) seen[k * items + data.items[row]] = MASKED;
  // Where somebody reviewed an item twice, it is still what is asked for.
  wanted.forEach((row, k) => {
    seen[k * items + data.items[row]] = 0;
  });
  let words: Float32Array | null = null;
  if (told) {
    const { meanRating, vocabularySize } = data.config;
    const asked = Int32Array.from(of.keys());
    const found = wordMatches(
      { ...history, told: Float64Array.from(rows, (row) => told[row]) },
      meanRating,
      { people, items, words: vocabularySize },
      asked,
      worlds,
    );
    words = new Float32Array(wanted.length * items);
    asked.forEach((u, a) => {
      for (const k of of.get(u) ?? []) words?.set(found.subarray(a * items, (a + 1) * items), k * items);
    });
  }
  return {
    users: wanted.map((r) => data.users[r]),
    items: wanted.map((r) => data.items[r]),
    counts: Float32Array.from(wanted, (r) => (data.ratings[r] >= liked ? 1 : others)),
    words,
    seen,
  };
}
