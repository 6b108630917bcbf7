import { alteredBy } from '../../../model/alteration';
import { type LogStatistics, PASSES } from '../../../model/bias';
import { fusionSize } from '../../../model/config';
import type { Altered } from '../../../model/equations/alter';
import { weightIndex } from '../../../model/equations/evaluate';
import { heldHere, type Operand, writtenOut } from '../../../model/equations/operands';
import { named, texOf } from '../../../model/equations/tex';
import type { Equation, Index, Quantity, Sizes } from '../../../model/equations/tree';
import type { ItemWords } from '../../../model/keywordMatch';
import { sizeOf, weightShapes } from '../../../model/weights';
import type { Side } from '../../../vocabulary';
import type { AxesOf } from '../../answers';
import type { OperandFacts, OperandKinds } from '../../numberFacts';
import type { Factor, Summand } from '../../openedNumber';
import type { Catalogue } from '../catalogue';
import type { EvaluationRows } from '../evaluationRows';
import { rowOf } from '../ground';
import type { MapProjection } from '../mapProjection';
import type { Moment } from '../moment';
import type { FullProfile } from '../profile';
import { RequestError } from '../requestError';
import { itemRow, personRow } from '../rows';
import type { Halves, Scores } from '../scores';
import type { BareTrace } from '../updateTrace';
import { computed, constant, type Formula, type Found, found, product } from './parts';

/** The words of a review as they were read, and the predicted ratings of its versions, in their order. */
export interface WordRuns {
  readonly words: readonly string[];
  readonly ratings: Float32Array;
}

/** What formulas are read from: the same scores and profiles as every other query. */
export interface Optics {
  readonly catalogue: Catalogue;
  scores(moment: Moment, user: number): Promise<Scores>;
  halves(moment: Moment, user: number, item: number): Promise<Halves>;
  profile(moment: Moment, side: Side, entity: number): Promise<FullProfile>;
  /** k_i of all items. */
  words(moment: Moment): ItemWords;
  projection(of: AxesOf): Promise<MapProjection>;
  evaluated(history: string): EvaluationRows | undefined;
  trace(moment: Moment, row: number): Promise<BareTrace>;
  /** Null where the words of a review are not known here. */
  runs(moment: Moment, row: number): Promise<WordRuns | null>;
}

/** Looks up a number of a formula; of a weight, what it is for. Null where it is absent. */
export type Find = (of: Quantity, at: readonly number[]) => Found | OperandFacts | null;
/** Of quantities by their ids. */
export const byId =
  (found: Readonly<Record<string, (...at: number[]) => ReturnType<Find>>>): Find =>
  ({ id }, at) =>
    found[id]?.(...at) ?? null;
/** What an equation says of a number: all but its value and what it is. */
type FormulaParts = Pick<Formula, 'symbol' | 'name' | 'numbered' | 'tex' | 'outer' | 'terms' | 'divisor'>;

/** Looks up what formulas are made of, at one moment. */
export class Lens {
  readonly D: number;
  private readonly passes = new Map<number, LogStatistics>();
  /** Ids that were asked for: a new person who has done nothing stands in no table yet. */
  private readonly asked = new Map<number, string>();

  constructor(
    readonly optics: Optics,
    readonly moment: Moment,
  ) {
    this.D = optics.catalogue.config.stateSize;
  }

  get catalogue(): Catalogue {
    return this.optics.catalogue;
  }

  get config() {
    return this.catalogue.config;
  }

  /** Whether the model has own scales of people, and counts ratings by how reliable people are. */
  get has(): { readonly scale: boolean; readonly reliability: boolean } {
    const { scale, reliability } = this.config.damping;
    return { scale: scale !== null, reliability: reliability !== null };
  }

  /** The statistics of the history after so many passes; 0 is before the first. */
  statistics(pass: number): LogStatistics {
    if (pass === PASSES) return this.moment.statistics();
    const held = this.passes.get(pass);
    if (held) return held;
    const made = this.moment.fit(pass);
    this.passes.set(pass, made);
    return made;
  }

  /** Number of a pass, checked. @throws RequestError */
  pass(pass: number): number {
    return this.within('pass', pass, PASSES + 1);
  }

  /** A place that must lie within a size. @throws RequestError naming the field */
  within(field: string, index: number, size: number): number {
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new RequestError(`ref.${field}`, { is: 'no-place', of: 'place', index, size });
    return index;
  }

  /** Row of a person or an item. @throws RequestError when nobody, or nothing, has this id. */
  entity(side: Side, id: string): number {
    if (side === 'item') return itemRow(this.catalogue, id, 'ref.item');
    const user = personRow(this.catalogue, this.moment.newPeople, id, 'ref.person');
    this.asked.set(user, id);
    return user;
  }

  id(side: Side, entity: number): string {
    return this.moment.idOf(side, entity, this.asked.get(entity));
  }

  /** "Person 12" or the name of an item. */
  name(side: Side, entity: number): string {
    return this.moment.nameOf(side, entity, this.asked.get(entity));
  }

  /** What an alteration holds a dimension of the states at; undefined where it does not. */
  clamped(side: Side, d: number): number | undefined {
    return this.moment.world.scenario.alteration?.[side].clamped.get(d);
  }

  /** How many numbers there are along the axes of the equations. */
  get sizes(): Sizes {
    const { stateSize: D, embedSize: E, attentionSize: A, hiddenSize: M, aspects } = this.config;
    const fields = 1 + aspects.length;
    return { D, E, A, M, fields, bits: 1 + fields, inputs: fusionSize(this.config) };
  }

  /** What an alteration does to the equations. */
  get altered(): Altered {
    return alteredBy(this.moment.world.scenario.alteration, this.D);
  }

  /** A dimension of the state that everybody begins with: learned, or held. */
  initial(side: Side, d: number, as: OperandKinds['initial']['as']): Found {
    const value = this.moment.world.initial[side][d];
    const held = this.clamped(side, d) !== undefined;
    const what = { is: 'initial', side, n: d, as, held } as const;
    if (held) return constant(value, what);
    return found(value, what, 'weight', { of: 'weight', name: `${side}/initial`, index: d });
  }

  /** Row of an interaction that has happened. @throws RequestError */
  row(key: string): number {
    const { world, end } = this.moment;
    const row = this.rowOfLog(key);
    if (world.places[row] >= end) throw new RequestError('ref.key', { is: 'not-yet', name: key });
    return row;
  }

  /** Row of an interaction, past or to come. @throws RequestError */
  rowOfLog(key: string): number {
    return rowOf(this.moment.world, key, 'ref.key');
  }

  key(row: number): string {
    return this.moment.world.scenario.interaction(row).key;
  }

  /** Key of the interaction of the same person (item) before a row; null where it is the first. */
  previous(side: Side, row: number): string | null {
    const before = this.moment.world.previous[side][row];
    return before < 0 ? null : this.key(before);
  }

  /** Value of a weight by its place in row-major order. @throws RequestError */
  weightAt(name: string, index: number): { readonly value: number; readonly shape: readonly number[] } {
    const shapes: Record<string, readonly number[]> = weightShapes(this.config);
    const values = this.catalogue.bundle.weights.get(name);
    if (!shapes[name] || !values) throw new RequestError('ref.name', { is: 'no-weight', name });
    return { value: values[this.within('index', index, sizeOf(shapes[name]))], shape: shapes[name] };
  }

  /**
   * One number of an equation as it opens.
   * @param find what a number is, but for its symbol; of weights it is known. Null where it is absent and adds nothing.
   */
  formula(equation: Equation, index: Index, find: Find, sizes: Sizes = {}): FormulaParts {
    const { of } = equation;
    const all = { ...this.sizes, ...sizes };
    const { outer, terms, divisor } = writtenOut(equation, index, all);
    const summands = (of: typeof terms): Summand[] =>
      of.flatMap((operands) => {
        const factors = operands.map((one) => this.operand(one, find, all));
        return factors.includes(null) ? [] : product(...(factors as Factor[]));
      });
    const called = named(
      of,
      of.axes.map((axis) => index[axis] ?? 0),
    );
    const here = { ...equation, tree: heldHere(equation.tree, index) };
    const held = here.tree.is === 'quantity' ? here.tree.of.value : undefined;
    return {
      ...called,
      tex: held === undefined ? texOf(here) : `${called.symbol} = ${held}`,
      ...(outer && { outer }),
      terms: summands(terms),
      divisor: divisor && summands(divisor),
    };
  }

  private operand({ of, at, apply }: Operand, find: Find, sizes: Sizes): Factor | null {
    const known = find(of, at);
    if (known && 'origin' in known) return { ...known, ...named(of, at), apply };
    if (!of.weight) return null;
    const what = known ?? ({ ...of.what, n: at[0] } as OperandFacts);
    return { ...this.weightOf(of, at, what, sizes), ...named(of, at), apply };
  }

  /** A number of a weight of an equation. */
  weightOf(of: Quantity, at: readonly number[], what: OperandFacts, sizes: Sizes = this.sizes): Found {
    if (!of.weight) throw new Error(`${of.id} is no weight`);
    const { name } = of.weight;
    const index = weightIndex(of, at, sizes, weightShapes(this.config)[name].at(-1) ?? 1);
    return found(this.weightAt(name, index).value, what, 'weight', { of: 'weight', name, index });
  }

  /** b_u or b_i of the history after a pass. */
  bias(side: Side, entity: number, pass: number, what: OperandFacts): Found {
    const { biases } = this.statistics(pass)[side === 'user' ? 'users' : 'items'];
    const id = this.id(side, entity);
    return computed(biases[entity] ?? 0, what, { of: 'damped-bias', side, id, pass });
  }

  /** s_u or w_u of a person after a pass. */
  fitted(of: 'scale' | 'reliability', user: number, pass: number, what: OperandFacts): Found {
    const { scales, reliabilities } = this.statistics(pass).users;
    const values = of === 'scale' ? scales : reliabilities;
    return computed(values[user] ?? 1, what, { of, person: this.id('user', user), pass });
  }

  /** A dimension of a state before an interaction, or at the moment where `before` is null: opened where it was made. */
  state(side: Side, entity: number, d: number, before: number | null = null): Found {
    const { world } = this.moment;
    const rows = this.moment.rowsOf(side, entity);
    const last = before === null ? rows.at(-1) : rows[rows.indexOf(before) - 1];
    const value = before === null ? this.moment.state(side, entity)[d] : world.stateBefore(side, before)[d];
    if (last === undefined) return this.initial(side, d, 'state');
    return computed(value, { is: 'state', side, n: d }, { of: 'next', side, key: this.key(last), d });
  }
}
