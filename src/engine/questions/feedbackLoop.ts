import { loaded } from '../../data/bundle';
import { listDiversity, meanItemVectors } from '../../model/diversity';
import { random } from '../../model/random';
import { type LabGround, labGround, type Standing } from '../core/labGround';
import { checkTop, sharedWeight, shareKept, topOf } from '../core/labMeasures';
import { RequestError } from '../core/requestError';
import { onScale } from '../core/scale';
import { predictionOf, type Scores } from '../core/scores';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { question } from './question';

/** What becomes of a person who takes what the system says, round by round? */
export interface FeedbackRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Keys, still free, of the reviews that are added: as many rounds as keys. */
  readonly newKeys: readonly string[];
  /** How many places count as the top. */
  readonly top: number;
  /** What the person gives: the predicted rating, on the nearest step of the scale, or always the top of the scale. */
  readonly gives: 'predicted' | 'top';
  /** Seeds of the control, which takes what it draws instead of the first: one run for each. */
  readonly seeds: readonly number[];
}

/** One review of a round: a rating and nothing else. */
export interface FeedbackPick {
  readonly item: string;
  readonly itemName: string;
  /** Place in the list from which it was taken, from 1. */
  readonly rank: number;
  readonly predicted: number;
  readonly given: number;
}

/** How things stand after some rounds. */
export interface FeedbackPoint {
  /** Share of the catalogue that has stood in the top by now, 0–1. */
  readonly coverage: number;
  /** Mean 1 − cosine between the mean text vectors of the items in the top, 0–2; null where too few have text. */
  readonly diversity: number | null;
  /** Euclidean distance of the person's state from where it began, in all D dimensions. */
  readonly drift: number;
  /** Share of the first top that is still there, 0–1; in both lists without what was taken by now. */
  readonly top: number;
  /** What the keyword profile has in common with the first one: sum of the lesser weights as a share of all, 0–1; null without words. */
  readonly words: number | null;
  /** Mean predicted rating of the top. */
  readonly rating: number;
}

/** How things stood if nothing were fed back: the first list, from which only what is taken leaves. */
export type FeedbackStill = Pick<FeedbackPoint, 'coverage' | 'diversity' | 'rating'>;

export interface FeedbackRun {
  readonly picks: readonly FeedbackPick[];
  /** The start, then one for each round. */
  readonly points: readonly FeedbackPoint[];
}

export interface FeedbackProgress {
  /** Reviews added, of all runs. */
  readonly done: number;
  readonly total: number;
  /** Always takes the first of the list. */
  readonly first: FeedbackRun;
  /** Takes what it draws from the whole list; in the order of the seeds. */
  readonly draws: readonly FeedbackRun[];
  /** The start, then one for each round, all known beforehand. */
  readonly still: readonly FeedbackStill[];
}

export interface FeedbackReport extends FeedbackProgress {
  /** The reviews of the run that takes the first. */
  readonly entries: readonly SimulatedInteraction[];
  /** Its top in the end. */
  readonly list: readonly { readonly item: string; readonly rating: number }[];
  readonly milliseconds: number;
}

export const feedbackLoop = question<FeedbackRequest, FeedbackReport, FeedbackProgress>({
  timed: true,
  answer: (ground, request, { proceed, tell }) => loop(labGround(ground, proceed), request, tell),
});

/** Which place of a list of some length is taken, from 0. */
type Choose = (length: number) => number;

/**
 * A person who always takes the first recommendation and rates it, and beside them others who take what they draw from
 * the same list: what the system's own choice does to what it shows next. Every round runs the whole model.
 */
async function loop(
  ground: LabGround,
  request: FeedbackRequest,
  onProgress: (progress: FeedbackProgress) => void,
): Promise<Omit<FeedbackReport, 'milliseconds'>> {
  const { log, person, newKeys, top, gives, seeds } = request;
  if (newKeys.length === 0) throw new RequestError('newKeys', { is: 'no-rounds' });
  if (gives !== 'predicted' && gives !== 'top')
    throw new RequestError('gives', { is: 'not-among', allowed: ['predicted', 'top'], value: gives });
  checkTop(top);
  const start = await ground.at(log, person);
  const left = start.scores.ranking.length;
  if (left <= newKeys.length)
    throw new RequestError('newKeys', { is: 'too-many-rounds', rounds: newKeys.length, left });
  const ruler = await Ruler.of(ground, start, top);
  const first = new Run(ground, request, start, ruler, () => 0);
  const draws = seeds.map((seed) => {
    const { next } = random('feedback loop', seed);
    return new Run(ground, request, start, ruler, (length) => Math.floor(next() * length));
  });
  const runs = [first, ...draws];
  for (const run of runs) await run.look();
  const total = runs.length * newKeys.length;
  const still = ruler.still(newKeys.length);
  const state = (done: number) => ({
    done,
    total,
    first: first.taken(),
    draws: draws.map((run) => run.taken()),
    still,
  });
  onProgress(state(0));
  // Round by round, so that what is there when somebody stops can be compared.
  for (let round = 0; round < newKeys.length; round++) {
    for (const run of runs) await run.step(newKeys[round]);
    onProgress(state((round + 1) * runs.length));
  }
  return {
    ...state(total),
    entries: first.entries,
    list: first.list(),
  };
}

/** Measures how things stand against how they stood at the start. */
class Ruler {
  private constructor(
    private readonly ground: LabGround,
    private readonly start: Standing,
    private readonly places: number,
    /** Mean text vectors of all items. */
    private readonly vectors: ReturnType<typeof meanItemVectors>,
    /** Weights of the keyword profile at the start. */
    private readonly words: ReadonlyMap<number, number>,
  ) {}

  static async of(ground: LabGround, start: Standing, places: number): Promise<Ruler> {
    const { bundle, item } = ground.catalogue;
    const { interactions, textVectors } = bundle;
    const log = { items: interactions.item, vectors: loaded(textVectors), hasText: interactions.hasText };
    const { weights } = await ground.profile(start, 'user', start.user);
    return new Ruler(ground, start, places, meanItemVectors(log, item.count), weights);
  }

  /** @param seen all that stood in the top before; what stands there now is added */
  async measure(standing: Standing, seen: Set<number>): Promise<FeedbackPoint> {
    const { moment, user, scores } = standing;
    const begun = this.start.moment.state('user', this.start.user);
    const state = moment.state('user', user);
    const profile = await this.ground.profile(standing, 'user', user);
    const top = topOf(scores.ranking, this.places);
    // What was taken has left the one list, so it does not count in the other.
    const before = topOf(this.start.scores.ranking, this.places, (item) => scores.ranks[item] > 0);
    return {
      ...this.measureList(top, scores, seen),
      drift: Math.hypot(...Array.from(begun, (value, d) => state[d] - value)),
      top: shareKept(before, top),
      words: sharedWeight(this.words, profile.weights),
    };
  }

  /** The first list at the start and after each round in which its first item is taken. */
  still(rounds: number): FeedbackStill[] {
    const { scores } = this.start;
    const seen = new Set<number>();
    return Array.from({ length: rounds + 1 }, (_, round) =>
      this.measureList(topOf(scores.ranking.subarray(round), this.places), scores, seen),
    );
  }

  private measureList(top: readonly number[], scores: Scores, seen: Set<number>): FeedbackStill {
    const { catalogue } = this.ground;
    for (const item of top) seen.add(item);
    const ratings = top.map((item) => predictionOf(catalogue, scores, item).rating);
    return {
      coverage: seen.size / catalogue.item.count,
      diversity: listDiversity(top, this.vectors),
      rating: ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
    };
  }
}

/** One person on their way through the rounds. */
class Run {
  readonly entries: SimulatedInteraction[] = [];
  private readonly picks: FeedbackPick[] = [];
  private readonly points: FeedbackPoint[] = [];
  private readonly seen = new Set<number>();

  constructor(
    private readonly ground: LabGround,
    private readonly request: FeedbackRequest,
    private standing: Standing,
    private readonly ruler: Ruler,
    private readonly choose: Choose,
  ) {}

  async look(): Promise<void> {
    this.points.push(await this.ruler.measure(this.standing, this.seen));
  }

  async step(key: string): Promise<void> {
    const { ground, request } = this;
    const { bundle, config } = ground.catalogue;
    const { ranking } = this.standing.scores;
    const place = this.choose(ranking.length);
    const row = ranking[place];
    const predicted = predictionOf(ground.catalogue, this.standing.scores, row).rating;
    const given = request.gives === 'top' ? config.rating.max : onScale(config.rating, predicted);
    const item = bundle.items.id[row];
    this.picks.push({ item, itemName: bundle.items.name[row], rank: place + 1, predicted, given });
    this.entries.push({
      key,
      person: request.person,
      item,
      rating: given,
      aspects: config.aspects.map(() => null),
      text: '',
    });
    this.standing = await ground.at([...request.log, ...this.entries], request.person);
    await this.look();
  }

  taken() {
    return { picks: [...this.picks], points: [...this.points] };
  }

  /** The top as it stands. */
  list() {
    const { ground, request, standing } = this;
    return topOf(standing.scores.ranking, request.top).map((row) => ({
      item: ground.catalogue.bundle.items.id[row],
      rating: predictionOf(ground.catalogue, standing.scores, row).rating,
    }));
  }
}
