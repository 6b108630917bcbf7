import type {
  GoalChange,
  GoalProgress,
  GoalReport,
  GoalRequest,
  GoalStep,
  LogEntry,
  Scale,
  SimulatedInteraction,
} from '../api';
import type { LabGround, Standing } from './labGround';
import { itemRow } from './log';
import { RequestError } from './requestError';
import { onScale, round } from './scale';
import { STORED } from './scenario';
import { predictionOf, type Scores } from './scores';

/** Words tried: the heaviest of the goal's own profile. */
const WORDS = 6;
/** Ratings that a new review may begin with. */
const FIRST_RATINGS = 11;
/** Gains smaller than this are rounding. */
const LEAST_GAIN = 1e-6;

/** What of the review may differ. */
interface Draft {
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  readonly words: readonly string[];
}

interface Tried {
  readonly draft: Draft;
  readonly entry: LogEntry;
  readonly rank: number;
  readonly rating: number;
  /** Predicted rating above that of the item on the last place that counts; positive exactly when reached. */
  readonly lead: number;
}

interface Move {
  readonly name: string;
  readonly change: GoalChange;
  readonly draft: Draft;
}

/**
 * Looks for a small change of one review that brings an item among the first ones: from where the review is, always the
 * single step that helps most, then without each step that turns out not to be needed. Every step is worked out by the
 * model itself. It finds a small change, not surely the smallest.
 * @throws RequestError naming the field that is wrong
 */
export async function goalSeek(
  ground: LabGround,
  request: GoalRequest,
  onProgress: (progress: GoalProgress) => void,
): Promise<GoalReport> {
  const started = performance.now();
  const { catalogue } = ground;
  const { log, person, place, most } = request;
  const goal = itemRow(catalogue, request.goal, 'goal');
  const begin = await ground.at(log, person);
  if (begin.scores.ranks[goal] === 0) throw new RequestError('goal', 'the person has reviewed it already');
  const review = reviewOf(ground, request, begin);
  const { config, bundle } = catalogue;
  const scales = { rating: config.rating, aspects: config.aspects };
  const profile = await ground.profile(begin, 'item', goal);
  const words = review.open
    ? profile.keywords.slice(0, WORDS).map(({ word }) => bundle.vocabulary.word[word])
    : [];

  const leadOf = (scores: Scores): number => {
    const others = scores.ranking.filter((item) => item !== goal);
    const last = others[Math.min(place, others.length) - 1];
    const raw = (item: number) => predictionOf(catalogue, scores, item).raw;
    return others.length < place ? Number.POSITIVE_INFINITY : raw(goal) - raw(last);
  };
  const stand = (scores: Scores) => ({
    rank: scores.ranks[goal],
    rating: predictionOf(catalogue, scores, goal).rating,
    lead: leadOf(scores),
  });
  const reached = (one: { rank: number }) => one.rank <= place;

  const origin = stand(begin.scores);
  const steps: GoalStep[] = [];
  const known = new Map<string, Tried>();
  let best: Tried | null = null;
  let distance = 0;
  const now = () => best ?? origin;
  const tell = () => onProgress({ evaluations: known.size, most, steps: [...steps], start: origin });
  /** Null once no more evaluations are allowed. */
  const attempt = async (draft: Draft): Promise<Tried | null> => {
    const key = JSON.stringify([draft.rating, draft.aspects, [...draft.words].sort()]);
    const held = known.get(key);
    if (held) return held;
    if (known.size >= most) return null;
    const entry = review.entry(draft);
    const { scores } = await ground.at([...log, entry], person);
    const tried = { draft, entry, ...stand(scores) };
    known.set(key, tried);
    tell();
    return tried;
  };
  const take = (tried: Tried, change: GoalChange) => {
    best = tried;
    steps.push({ change, rank: tried.rank, rating: tried.rating });
    tell();
  };

  tell();
  const unhelpful = new Set<string>();
  while (!reached(now())) {
    const from: Draft | null = review.isNew && !best ? null : ((best as Tried | null)?.draft ?? review.draft);
    const moves = from ? movesFrom(from, words, scales) : firstMoves(review.draft, words, scales.rating);
    let found: { tried: Tried; change: GoalChange } | null = null;
    const look = async (some: readonly Move[]) => {
      for (const { name, change, draft } of some) {
        const tried = await attempt(draft);
        if (!tried) return;
        const gain = tried.lead - now().lead;
        if (gain <= LEAST_GAIN) unhelpful.add(name);
        else {
          unhelpful.delete(name);
          if (!found || tried.lead > found.tried.lead) found = { tried, change };
        }
      }
    };
    // What did not help before is tried again only when nothing else helps.
    const doubtful = moves.filter(({ name }) => unhelpful.has(name));
    await look(moves.filter(({ name }) => !unhelpful.has(name)));
    if (!found) await look(doubtful);
    const better = found as { tried: Tried; change: GoalChange } | null;
    if (!better) break;
    distance++;
    take(better.tried, better.change);
  }

  // Greed may have taken what a later step made needless.
  for (let shorter = best !== null && reached(best); shorter; ) {
    shorter = false;
    for (const { change, draft } of movesBack((best as unknown as Tried).draft, review.draft, scales)) {
      const tried = await attempt(draft);
      if (!tried || !reached(tried)) continue;
      distance--;
      take(tried, change);
      shorter = true;
      break;
    }
  }

  const end = now();
  return {
    start: origin,
    steps,
    distance,
    reached: reached(end),
    rank: end.rank,
    rating: end.rating,
    missing: Math.max(0, -end.lead),
    entry: (best as Tried | null)?.entry ?? null,
    evaluations: known.size,
    exhausted: known.size >= most,
    triedWords: words,
    milliseconds: performance.now() - started,
  };
}

/** The review that may change: how it begins, and the entry of the log that a draft of it makes. */
function reviewOf({ catalogue }: LabGround, { change, person, goal }: GoalRequest, begin: Standing) {
  const { bundle, config } = catalogue;
  const rated = (draft: Draft) => ({ rating: draft.rating, aspects: draft.aspects });
  if ('item' in change) {
    itemRow(catalogue, change.item, 'change.item');
    if (change.item === goal)
      throw new RequestError('change.item', 'a review of the goal itself ends its rank');
    const draft: Draft = { rating: null, aspects: config.aspects.map(() => null), words: [] };
    const entry = (of: Draft): SimulatedInteraction => ({
      key: change.newKey,
      person,
      item: change.item,
      ...rated(of),
      text: of.words.join(' '),
    });
    return { draft, entry, isNew: true, open: true };
  }
  const { scenario } = begin.moment.world;
  const row = scenario.rowOf(change.key);
  if (row === undefined || scenario.pair(row).user !== begin.user)
    throw new RequestError('change.key', `the person has no interaction "${change.key}"`);
  const { rating, aspects, text } = scenario.interaction(row);
  const whole = text === STORED ? bundle.texts?.[row] : (text ?? '');
  const draft: Draft = { rating, aspects, words: [] };
  const entry = (of: Draft): LogEntry => ({
    edit: 'change',
    key: change.key,
    ...rated(of),
    // Untouched, the text stays what it is, even where it does not ship.
    text: of.words.length > 0 ? [whole, ...of.words].filter(Boolean).join(' ') : null,
  });
  return { draft, entry, isNew: false, open: typeof whole === 'string' };
}

type Steps = Pick<Scale, 'min' | 'max' | 'step' | 'mean'>;
interface Scales {
  readonly rating: Steps;
  readonly aspects: readonly Steps[];
}

/** One step up or down; where nothing is given, the middle of what people give. */
function neighbours(scale: Steps, value: number | null): number[] {
  if (value === null) return [onScale(scale, scale.mean)];
  return [value + scale.step, value - scale.step]
    .map(round)
    .filter((next) => next >= scale.min - 1e-9 && next <= scale.max + 1e-9);
}

const withAspect = (draft: Draft, k: number, value: number | null): Draft => ({
  ...draft,
  aspects: draft.aspects.map((old, j) => (j === k ? value : old)),
});

const sign = (from: number | null, to: number): string => (from === null || to > from ? '+' : '-');

/** All that lies one step away. */
function movesFrom(draft: Draft, words: readonly string[], scales: Scales): Move[] {
  const rating = neighbours(scales.rating, draft.rating).map(
    (to): Move => ({
      name: `rating${sign(draft.rating, to)}`,
      change: { what: 'rating', from: draft.rating, to },
      draft: { ...draft, rating: to },
    }),
  );
  const aspects = scales.aspects.flatMap((scale, aspect) =>
    neighbours(scale, draft.aspects[aspect]).map((to): Move => {
      const from = draft.aspects[aspect];
      return {
        name: `${aspect}${sign(from, to)}`,
        change: { what: 'aspect', aspect, from, to },
        draft: withAspect(draft, aspect, to),
      };
    }),
  );
  return [...rating, ...aspects, ...wordMoves(draft, words)];
}

const wordMoves = (draft: Draft, words: readonly string[]): Move[] =>
  words
    .filter((word) => !draft.words.includes(word))
    .map((word) => ({
      name: `word ${word}`,
      change: { what: 'word', word, added: true },
      draft: { ...draft, words: [...draft.words, word] },
    }));

/** What a review that is not there yet may begin with: a rating, or one word. */
function firstMoves(draft: Draft, words: readonly string[], scale: Steps): Move[] {
  const places = Math.min(FIRST_RATINGS, Math.round((scale.max - scale.min) / scale.step) + 1);
  const values = Array.from({ length: places }, (_, k) =>
    onScale(scale, scale.max - (k * (scale.max - scale.min)) / Math.max(1, places - 1)),
  );
  return [
    ...[...new Set(values)].map(
      (to): Move => ({
        name: `first ${to}`,
        change: { what: 'rating', from: null, to },
        draft: { ...draft, rating: to },
      }),
    ),
    ...wordMoves(draft, words),
  ];
}

/** What lies one step nearer to how the review began. */
function movesBack(draft: Draft, start: Draft, { rating, aspects }: Scales): Move[] {
  const back = (scale: Steps, from: number | null, home: number | null): number | null => {
    if (home === null || from === null) return home;
    return round(from + Math.sign(home - from) * Math.min(scale.step, Math.abs(home - from)));
  };
  const moves: Move[] = [];
  for (const word of draft.words)
    moves.push({
      name: `word ${word}`,
      change: { what: 'word', word, added: false },
      draft: { ...draft, words: draft.words.filter((one) => one !== word) },
    });
  aspects.forEach((scale, aspect) => {
    const from = draft.aspects[aspect];
    if (from === start.aspects[aspect]) return;
    const to = back(scale, from, start.aspects[aspect]);
    moves.push({
      name: `${aspect}`,
      change: { what: 'aspect', aspect, from, to },
      draft: withAspect(draft, aspect, to),
    });
  });
  if (draft.rating !== start.rating) {
    const to = back(rating, draft.rating, start.rating);
    moves.push({
      name: 'rating',
      change: { what: 'rating', from: draft.rating, to },
      draft: { ...draft, rating: to },
    });
  }
  // A review with nothing in it is none.
  return moves.filter(
    ({ draft: next }) =>
      start.rating !== null ||
      next.rating !== null ||
      next.words.length > 0 ||
      next.aspects.some((value) => value !== null),
  );
}
