import type { GoalChange } from '../answers';
import { type Draft, firstMoves, type Move, movesBack, movesFrom } from '../core/goalMoves';
import { type LabGround, labGround, type Standing } from '../core/labGround';
import { RequestError } from '../core/requestError';
import { itemRow } from '../core/rows';
import { STORED } from '../core/scenario';
import { predictionOf, type Scores } from '../core/scores';
import type { LogEntry, SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { question } from './question';

/** Which change of one review brings an item among the first ones? */
export interface GoalRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Item that the person has not reviewed. */
  readonly goal: string;
  /** The last place that counts. */
  readonly place: number;
  /** Which review may change: one of the log, or a new one of an item, under a key that is still free. */
  readonly change: { readonly key: string } | { readonly item: string; readonly newKey: string };
  /** Most reviews to try. */
  readonly most: number;
}

/** Where the goal stands. */
export interface GoalStart {
  readonly rank: number;
  /** Its choice score, by which it is ranked. */
  readonly choice: number;
  /** Its predicted rating, which moves as it may. */
  readonly rating: number;
}

/** A step that was taken, and where the goal stands after it. */
export interface GoalStep extends GoalStart {
  readonly change: GoalChange;
}

export interface GoalProgress {
  readonly evaluations: number;
  readonly most: number;
  readonly start: GoalStart;
  readonly steps: readonly GoalStep[];
}

/** How the search went, and where the goal stands in the end. */
export interface GoalReport extends GoalStart {
  readonly start: GoalStart;
  readonly steps: readonly GoalStep[];
  /** Steps that remain once the needless ones are taken back. */
  readonly distance: number;
  readonly reached: boolean;
  /** How far its choice score is below that of the last place that counts; 0 when reached. */
  readonly missing: number;
  /** What to add to the log for exactly this; null where no step helps. */
  readonly entry: LogEntry | null;
  /** Reviews tried, each by the whole model. */
  readonly evaluations: number;
  /** Whether the search ended because no more were allowed. */
  readonly exhausted: boolean;
  /** Words that were tried; none where the text of the review does not ship. */
  readonly triedWords: readonly string[];
  readonly milliseconds: number;
}

export const goalSeek = question<GoalRequest, GoalReport, GoalProgress>({
  timed: true,
  answer: (ground, request, { proceed, tell }) => seek(labGround(ground, proceed), request, tell),
});

/** Words tried: those that the goal's own profile affirms most. */
const WORDS = 6;
/** Gains smaller than this are rounding. */
const LEAST_GAIN = 1e-6;

interface Tried extends GoalStart {
  readonly draft: Draft;
  readonly entry: LogEntry;
  /** Choice score above that of the item on the last place that counts; positive exactly when reached. */
  readonly lead: number;
}

/**
 * Looks for a small change of one review that brings an item among the first ones: from where the review is, always the
 * single step that helps most, then without each step that turns out not to be needed. Every step is worked out by the
 * model itself. It finds a small change, not surely the smallest.
 */
async function seek(
  ground: LabGround,
  request: GoalRequest,
  onProgress: (progress: GoalProgress) => void,
): Promise<Omit<GoalReport, 'milliseconds'>> {
  const { catalogue } = ground;
  const { log, person, place, most } = request;
  const goal = itemRow(catalogue, request.goal, 'goal');
  const begin = await ground.at(log, person);
  if (begin.scores.ranks[goal] === 0) throw new RequestError('goal', { is: 'goal-reviewed' });
  const review = reviewOf(ground, request, begin);
  const { config, bundle } = catalogue;
  const scales = { rating: config.rating, aspects: config.aspects };
  const profile = await ground.profile(begin, 'item', goal);
  const affirmed = profile.keywords.filter(({ weight }) => weight > 0).slice(0, WORDS);
  const words = review.open ? affirmed.map(({ word }) => bundle.vocabulary.word[word]) : [];

  const leadOf = (scores: Scores): number => {
    const others = scores.ranking.filter((item) => item !== goal);
    const last = others[Math.min(place, others.length) - 1];
    const { choices } = scores;
    return others.length < place ? Number.POSITIVE_INFINITY : choices[goal] - choices[last];
  };
  const stand = (scores: Scores) => ({
    rank: scores.ranks[goal],
    choice: scores.choices[goal],
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
    steps.push({ change, rank: tried.rank, choice: tried.choice, rating: tried.rating });
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
    choice: end.choice,
    rating: end.rating,
    missing: Math.max(0, -end.lead),
    entry: (best as Tried | null)?.entry ?? null,
    evaluations: known.size,
    exhausted: known.size >= most,
    triedWords: words,
  };
}

/** The review that may change: how it begins, and the entry of the log that a draft of it makes. */
function reviewOf({ catalogue }: LabGround, { change, person, goal }: GoalRequest, begin: Standing) {
  const { bundle, config } = catalogue;
  const rated = (draft: Draft) => ({ rating: draft.rating, aspects: draft.aspects });
  if ('item' in change) {
    itemRow(catalogue, change.item, 'change.item');
    if (change.item === goal) throw new RequestError('change.item', { is: 'review-of-goal' });
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
    throw new RequestError('change.key', { is: 'not-theirs', name: change.key });
  const { rating, aspects, text } = scenario.interaction(row);
  const whole = text === STORED ? bundle.prose?.now?.texts[row] : (text ?? '');
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
