import type { LogStatistics } from '../../../model/bias';
import { alterationKey } from '../../alterations';
import type { Place } from '../../api';
import type { DimensionReport, DimensionRequest } from '../../dimension';
import type { FaithfulnessRequest, ReviewFaithfulness } from '../../faithfulness';
import { loadPart } from '../../loadPart';
import type { NumberRef, OpenedNumber, OpenRequest, TraceRequest, UpdateTrace } from '../../microscope';
import type { Brain } from '../brain';
import { Lru } from '../lru';
import type { Moment } from '../moment';
import { RequestError } from '../requestError';
import { predictionOf } from '../scores';
import { ratingsOfVersions } from '../wordEffects';
import type { World } from '../world';
import { openCell, openRemaining, openState } from './cells';
import { openEffect, openEffectShare, openMasking, type WordRuns } from './effects';
import { openFeature, openStandardised } from './features';
import { Lens, type Optics } from './lens';
import { openMetric } from './metric';
import { openExpected, openExpectedHidden, openFactor, openHidden, openPair } from './pair';
import { type Formula, opened, type Ref } from './parts';
import type { Probes } from './probes';
import { openCoordinate, openKeyword, openWeight } from './profile';
import { openShare, openSlope } from './share';
import { openDampedBias, openDeviation, openReliability, openScale } from './statistics';
import { textOf } from './textOf';
import { surroundingsOf, type TracedRow, traceRow } from './trace';
import { openAttending, openAttention, openContext, openText } from './words';

/** What the microscope needs of the session. */
export interface MicroscopeGround extends Omit<Optics, 'trace' | 'runs'> {
  readonly brain: Brain;
  at(place: Place): Promise<Moment>;
  /** Of the bundle's own log. */
  statistics(): LogStatistics;
  /** Where the prediction for a pair is made: without the person's own reviews of the item. */
  without(
    place: Place,
    person: string,
    item: string,
  ): Promise<{ readonly moment: Moment; readonly place: Place }>;
}

/** Updates whose intermediates are kept: an opened number asks for the same one again and again. */
const TRACES_KEPT = 16;
/** Altered models whose dimensions are looked at in turn. */
const PROBES_KEPT = 4;

/**
 * Opens any number of the page into the formula that made it. Values are those that the page shows, from the same moments,
 * scores and gates; only what nobody keeps, the inside of an update, is run once more.
 */
export class Microscope {
  private readonly traces = new Lru<string, Promise<TracedRow>>(TRACES_KEPT);
  private readonly runs = new Lru<string, Promise<WordRuns>>(TRACES_KEPT);
  private readonly optics: Optics;
  /** What single words and ratings do; it rests on the weights alone, and on how they are altered. */
  private readonly probes = new Lru<string, Promise<Probes>>(PROBES_KEPT);

  constructor(private readonly ground: MicroscopeGround) {
    this.optics = {
      ...ground,
      trace: async (moment, row) => (await this.traced(moment, row)).trace,
      runs: (moment, row) => this.runsOf(moment, row),
    };
  }

  /** @throws RequestError naming what is wrong with the number that is asked for */
  async open({ log, at, ref }: OpenRequest): Promise<OpenedNumber> {
    const asked = { log, at };
    if ('when' in ref) return this.openThen(asked, ref);
    const ofPair = 'person' in ref && 'item' in ref;
    const { moment, place } = ofPair
      ? await this.ground.without(asked, ref.person, ref.item)
      : { moment: await this.ground.at(asked), place: asked };
    const formula = await formulaOf(new Lens(this.optics, moment), ref);
    // Its name says so, since the same number with that review counted is another one.
    const title = place === asked ? formula.title : `${formula.title}, own review of the item left out`;
    return { ...opened(ref, { ...formula, title }), place };
  }

  /** What was expected around an interaction, whose operands are opened at that moment. */
  private async openThen(asked: Place, ref: Ref<'expected' | 'expected-hidden'>): Promise<OpenedNumber> {
    const now = await this.ground.at(asked);
    // Its operands ask for it from before it has happened.
    const row = new Lens(this.optics, now).rowOfLog(ref.key);
    const moment = now.just(row, ref.when === 'after');
    const { order } = moment.world.scenario;
    if (moment.end === 0)
      throw new RequestError(
        'ref.when',
        'nothing has happened before this interaction, so the moment before it has no place in the log',
      );
    const lens = new Lens(this.optics, moment);
    const formula = await (ref.of === 'expected'
      ? openExpected(lens, row, ref)
      : openExpectedHidden(lens, row, ref));
    return { ...opened(ref, formula), place: { log: asked.log, at: lens.key(order[moment.end - 1]) } };
  }

  /** @throws RequestError when the log has no such key */
  async trace({ log, at, key }: TraceRequest): Promise<UpdateTrace> {
    const started = performance.now();
    const { catalogue } = this.ground;
    const moment = await this.ground.at({ log, at });
    const lens = new Lens(this.optics, moment);
    const row = lens.row(key);
    const { user, item } = moment.world.scenario.pair(row);
    const traced = await this.traced(moment, row);
    const around = await surroundingsOf(this.ground.brain, catalogue, moment.world.scenario, traced);
    const earlier = moment.just(row, false);
    const before = await this.ground.scores(earlier, user);
    const after = await this.ground.scores(moment.just(row, true), user);
    return {
      ...traced.trace,
      ...around,
      first: earlier.end === 0,
      person: { id: lens.id('user', user), label: lens.name('user', user) },
      item: { id: lens.id('item', item), name: lens.name('item', item) },
      previous: { user: lens.previous('user', row), item: lens.previous('item', row) },
      prediction: {
        before: predictionOf(catalogue, before, item),
        after: predictionOf(catalogue, after, item),
      },
      milliseconds: performance.now() - started,
    };
  }

  /** @throws RequestError when the log has no such key, or the words of the review are not known */
  async faithfulness({ log, at, key }: FaithfulnessRequest): Promise<ReviewFaithfulness> {
    // Loaded with the card that asks: a first look at the page needs none of it.
    const { measureFaithfulness } = await loadPart(() => import('./faithfulness'));
    const started = performance.now();
    const { brain, catalogue } = this.ground;
    const moment = await this.ground.at({ log, at });
    const row = new Lens(this.optics, moment).row(key);
    const statistics = this.ground.statistics();
    const report = await measureFaithfulness(brain, catalogue, statistics, moment.world, row);
    return { ...report, milliseconds: performance.now() - started };
  }

  /** @throws RequestError when there is no such dimension */
  async dimension({ log, at, side, d }: DimensionRequest): Promise<DimensionReport> {
    const [{ describeDimension }, { makeProbes }] = await Promise.all([
      loadPart(() => import('./dimension')),
      loadPart(() => import('./probes')),
    ]);
    const started = performance.now();
    const { brain, catalogue } = this.ground;
    const D = catalogue.config.stateSize;
    if (!Number.isInteger(d) || d < 0 || d >= D)
      throw new RequestError('d', `${d} is no dimension from 0 to ${D - 1}`);
    if (side !== 'user' && side !== 'item') throw new RequestError('side', `"${side}" is not user or item`);
    const moment = await this.ground.at({ log, at });
    const { alteration } = moment.world.scenario;
    const altered = alterationKey(alteration);
    const probes = this.probes.get(altered) ?? makeProbes(brain, catalogue, alteration);
    this.probes.set(altered, probes);
    probes.catch(() => this.probes.delete(altered));
    const report = describeDimension(catalogue, moment, await probes, side, d);
    return { ...report, milliseconds: performance.now() - started };
  }

  private traced({ world }: Moment, row: number): Promise<TracedRow> {
    const { brain, catalogue } = this.ground;
    return once(this.traces, nameOf(world, row), () => traceRow(brain, catalogue, world, row));
  }

  private async runsOf({ world }: Moment, row: number): Promise<WordRuns | null> {
    const { brain, catalogue } = this.ground;
    const { prepared: text } = textOf(catalogue, world, row);
    if (!text) return null;
    return once(this.runs, nameOf(world, row), async () => ({
      words: text.tokens.slice(0, text.ids.length).map(({ word }) => word),
      ratings: await ratingsOfVersions(brain, this.ground.statistics(), world, row, text),
    }));
  }
}

/** Names what came of a row: one that nothing has changed keeps its outcome in all worlds. */
const nameOf = (world: World, row: number): string =>
  `${row}:${world.outcomes[row]}:${[...world.scenario.muted].sort()}`;

/** What is kept by a name, or made now; a failure is not kept. */
function once<T>(kept: Lru<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const held = kept.get(name);
  if (held) return held;
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}

function formulaOf(lens: Lens, ref: Exclude<NumberRef, { when: unknown }>): Promise<Formula> | Formula {
  switch (ref.of) {
    case 'prediction':
    case 'user-bias':
    case 'item-bias':
    case 'dot':
    case 'mlp':
      return openPair(lens, ref);
    case 'hidden':
      return openHidden(lens, ref);
    case 'factor':
      return openFactor(lens, ref);
    case 'damped-bias':
      return openDampedBias(lens, ref);
    case 'scale':
      return openScale(lens, ref);
    case 'reliability':
      return openReliability(lens, ref);
    case 'deviation':
      return openDeviation(lens, ref);
    case 'state':
      return openState(lens, ref);
    case 'next':
    case 'update':
    case 'reset':
    case 'candidate':
    case 'gated':
    case 'contribution':
    case 'kept':
      return openCell(lens, ref);
    case 'remaining':
      return openRemaining(lens, ref);
    case 'feature':
      return openFeature(lens, ref);
    case 'standardised':
      return openStandardised(lens, ref);
    case 'text':
      return openText(lens, ref);
    case 'attention':
    case 'logit':
      return openAttention(lens, ref);
    case 'attending':
      return openAttending(lens, ref);
    case 'in-context':
    case 'context':
      return openContext(lens, ref);
    case 'effect-share':
      return openEffectShare(lens, ref);
    case 'effect':
      return openEffect(lens, ref);
    case 'masking':
      return openMasking(lens, ref);
    case 'keyword':
      return openKeyword(lens, ref);
    case 'coordinate':
      return openCoordinate(lens, ref);
    case 'share':
      return openShare(lens, ref);
    case 'slope':
      return openSlope(lens, ref);
    case 'metric':
      return openMetric(lens, ref);
    case 'weight':
      return openWeight(lens, ref);
    default:
      throw new RequestError('ref.of', `there is no number "${(ref as { of: unknown }).of}"`);
  }
}
