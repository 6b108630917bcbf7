import type { EngineApi } from '../engine/contract';
import { readFields } from '../engine/fields';
import { NUMBERS, type NumberRef, type OpenedNumber } from '../engine/openedNumber';
import type { FeedbackPoint, FeedbackReport } from '../engine/questions/feedbackLoop';
import type { Place } from '../engine/simulatedLog';
import type { Side } from '../vocabulary';
import type { Lesson, LiveValue, Other, Scene, Written } from './lesson';
import type { Known } from './predicate';
import { logOf, timesOf } from './scene';

/** What of the engine live values ask: the page’s own questions. */
export type LessonEngine = Pick<
  EngineApi,
  'open' | 'standing' | 'trace' | 'evidence' | 'feedbackLoop' | 'others' | 'timeline' | 'faithfulness'
>;

/** A live value, worked out. */
export interface Live {
  readonly value: Known;
  readonly as: Written;
  /** What opens it, and on which log; null where it is no number that opens. */
  readonly open: { readonly ref: NumberRef; readonly place: Place } | null;
  /** The formula that made it, where it is itself a number that opens. */
  readonly opened?: OpenedNumber;
}

/** A value that cannot be worked out: what it asks for is not there. */
class NoValue extends Error {
  constructor(readonly valueName: string) {
    super(`The value "${valueName}" cannot be worked out.`);
    this.name = 'NoValue';
  }
}

/** Places of a list that count as the list. */
const TEN = 10;

/**
 * Works the values of a lesson out, each once, when it is first asked for. They are functions of the model and the lesson
 * alone: what somebody does on the page changes none.
 * @param aspects how many aspect ratings the data set has
 */
export function liveValues(engine: LessonEngine, lesson: Lesson, aspects: number) {
  const known = new Map<string, Promise<Live>>();
  const placeOf = ({ log = [], at }: Pick<Scene, 'log' | 'at'>): Place => ({
    log: logOf(lesson, log, aspects),
    at: at ?? null,
  });
  const whole = (value: Known): Live => ({ value, as: 'whole', open: null });
  const standing = ({ person = lesson.person, ...scene }: Scene, items: readonly string[] = []) =>
    engine.standing({ ...placeOf(scene), person, items, k: TEN, times: timesOf(scene) });
  const firstTen = async (scene: Scene) => (await standing(scene)).first;
  const evidence = async () => {
    const report = await engine.evidence();
    return report.state === 'measured' ? report.evidence : null;
  };
  /** Another list’s first ten; null where that recommender has none for this person. */
  const tenBy = async ({ person = lesson.person, ...scene }: Scene, other: Other) =>
    other === 'crowd'
      ? (await standing({ person, ...scene })).everyone
      : (await engine.others({ ...placeOf(scene), person, times: timesOf(scene) }))[other];
  const traceOf = (scene: Scene, key: string) => engine.trace({ ...placeOf(scene), key });
  const numberOf = async (name: string): Promise<number> => {
    const { value } = await liveOf(name);
    if (typeof value !== 'number') throw new NoValue(name);
    return value;
  };

  /** What several values tell of the same rounds is worked out once. */
  const loops = new Map<string, Promise<Pick<FeedbackReport, 'still' | 'first'>>>();
  const loopOf = (asked: Extract<LiveValue, { is: 'loop' }>) => {
    const { rounds, gives = 'predicted', person = lesson.person } = asked;
    const { log } = placeOf(asked);
    const newKeys = Array.from({ length: rounds }, (_, k) => `round-${k + 1}`);
    const request = { log, person, newKeys, top: TEN, gives, seeds: [] };
    const name = JSON.stringify(request);
    // An experiment is refused until the log has been replayed; the first question waits for it.
    const found = loops.get(name) ?? standing(asked).then(() => engine.feedbackLoop(request, () => {}));
    loops.set(name, found);
    found.catch(() => loops.delete(name));
    return found;
  };

  async function work(name: string, asked: LiveValue): Promise<Live> {
    const there = <T>(value: T | null | undefined): T => {
      if (value === null || value === undefined) throw new NoValue(name);
      return value;
    };
    switch (asked.is) {
      case 'number': {
        const fields = await Promise.all(
          Object.entries(asked.number).map(async ([field, given]) => [
            field,
            typeof given === 'object' ? (await liveOf(given.value)).value : given,
          ]),
        );
        const ref = refOf(Object.fromEntries(fields) as Record<string, Known>);
        const place = placeOf(asked);
        const opened = await engine.open({ ...place, ref: there(ref) });
        const as = asked.as ?? 'hundredths';
        return { value: opened.value, as, open: { ref: there(ref), place }, opened };
      }
      case 'rank': {
        const [{ rank, popular }] = (await standing(asked, [asked.item])).items;
        const person = asked.person ?? lesson.person;
        const ref: NumberRef = { of: asked.by ? 'choice-popularity' : 'choice', person, item: asked.item };
        const open = timesOf(asked) === 1 ? { ref, place: placeOf(asked) } : null;
        return { value: there(asked.by ? popular : rank), as: 'whole', open };
      }
      case 'first': {
        const ten = asked.by ? await tenBy(asked, asked.by) : await firstTen(asked);
        return whole(there(ten?.[asked.place - 1]).name);
      }
      case 'changed': {
        const [from, to] = await Promise.all([firstTen(asked.from), firstTen(asked.to)]);
        return whole(to.filter(({ item }, k) => item !== from[k]?.item).length);
      }
      case 'differ': {
        const [from, to] = await Promise.all([firstTen(asked.from), firstTen(asked.to)]);
        return whole(to.length - common(from, to));
      }
      case 'shared-with': {
        const [own, other] = await Promise.all([firstTen(asked), tenBy(asked, asked.other)]);
        return whole(common(own, there(other)));
      }
      case 'reviews':
        return whole((await standing(asked, [asked.item])).items[0].interactions);
      case 'memory': {
        const { person: id = lesson.person, what, key } = asked;
        const { entries, initial } = await engine.timeline({ ...placeOf(asked), side: 'user', id });
        const happened = entries.filter((entry) => entry.happened);
        if (what === 'reviews') return whole(happened.length);
        if (what === 'half') return whole(fewestWithHalf(happened.map(({ share }) => share)));
        if (what === 'initial') return { value: initial, as: asked.as ?? 'hundredths', open: null };
        const { share } = there(happened.find((entry) => entry.key === key));
        return { value: share, as: asked.as ?? 'percent', open: null };
      }
      case 'mover': {
        const { tensors } = await traceOf(asked, asked.key);
        return whole(there(moved(tensors, asked.side)[asked.place - 1]));
      }
      case 'heaviest-word': {
        if (asked.by === 'change') {
          const { words } = await engine.faithfulness({ ...placeOf(asked), key: asked.key });
          return whole(there(heaviest(words, ({ change }) => Math.abs(change?.rating ?? 0))).word);
        }
        const { words, tensors } = await traceOf(asked, asked.key);
        const attention = there(tensors.attention).values;
        return whole(there(heaviest(words, (_, k) => attention[k])).word);
      }
      case 'agreement': {
        const { agreement } = await engine.faithfulness({ ...placeOf(asked), key: asked.key });
        return { value: there(agreement.rating), as: asked.as ?? 'hundredths', open: null };
      }
      case 'word-place': {
        const { words } = await traceOf(asked, asked.key);
        const place = words.findIndex(({ word }) => word === asked.word);
        return whole(there(place < 0 ? null : place));
      }
      case 'loop': {
        const { what, when } = asked;
        const { still, first } = await loopOf(asked);
        const points: readonly Partial<FeedbackPoint>[] = when === 'still' ? still : first.points;
        const value = points.at(when === 'start' ? 0 : -1)?.[what];
        return { value: there(value), as: asked.as ?? 'percent', open: null };
      }
      case 'evidence': {
        const row = there((await evidence())?.models.find(({ id }) => id === asked.model));
        const figure = there(row.metrics[asked.metric as keyof typeof row.metrics]);
        return { value: figure.mean, as: asked.as ?? 'thousandths', open: null };
      }
      case 'faithfulness': {
        const methods = (await evidence())?.faithfulness?.methods;
        const { rankCorrelation } = there(methods?.find(({ id }) => id === asked.method));
        return { value: rankCorrelation.value, as: asked.as ?? 'hundredths', open: null };
      }
      case 'true-reasons': {
        const { share } = there((await evidence())?.faithfulness?.planted?.topReason);
        return { value: share.value, as: asked.as ?? 'percent', open: null };
      }
      case 'sum': {
        const parts = await Promise.all(
          asked.of.map(async ({ value, times = 1 }) => times * (await numberOf(value))),
        );
        const value = parts.reduce((sum, one) => sum + one, asked.plus ?? 0);
        return { value, as: asked.as ?? 'whole', open: null };
      }
      case 'product': {
        const parts = await Promise.all(asked.of.map(numberOf));
        return {
          value: parts.reduce((all, one) => all * one, 1),
          as: asked.as ?? 'thousandths',
          open: null,
        };
      }
    }
  }

  /** @throws NoValue where what it asks for is not there; EngineError where the engine refuses */
  function liveOf(name: string): Promise<Live> {
    const found = known.get(name) ?? work(name, lesson.values[name]);
    known.set(name, found);
    // What failed once may work the next time: the engine may have started anew.
    found.catch(() => known.delete(name));
    return found;
  }
  return liveOf;
}

interface Placed {
  readonly item: string;
}

/** How many of one list are in the other. */
function common(one: readonly Placed[], other: readonly Placed[]): number {
  const items = new Set(one.map(({ item }) => item));
  return other.filter(({ item }) => items.has(item)).length;
}

/** How few of some shares add up to half of all. */
function fewestWithHalf(shares: readonly number[]): number {
  const half = shares.reduce((sum, share) => sum + share, 0) / 2;
  let held = 0;
  let few = 0;
  for (const share of shares.toSorted((a, b) => b - a)) {
    if (held >= half) break;
    held += share;
    few++;
  }
  return few;
}

/** The first of those that weigh most. */
function heaviest<T>(all: readonly T[], weight: (one: T, k: number) => number): T | undefined {
  const weights = all.map(weight);
  return all[weights.indexOf(Math.max(...weights))];
}

/** What a lesson calls a number, as the engine knows it; null where there is no such. */
function refOf(fields: Readonly<Record<string, Known>>): NumberRef | null {
  const { of, ...rest } = fields;
  if (typeof of !== 'string' || !Object.hasOwn(NUMBERS, of)) return null;
  const read = readFields(NUMBERS[of as keyof typeof NUMBERS], rest);
  return 'value' in read ? ({ of, ...read.value } as NumberRef) : null;
}

type Tensors = Awaited<ReturnType<LessonEngine['trace']>>['tensors'];

/** Dimensions of a state, the one that moved furthest first. */
function moved(tensors: Tensors, side: Side): number[] {
  const [before, next] = [tensors[`${side}/before`]?.values, tensors[`${side}/next`]?.values];
  if (!before || !next) return [];
  const far = Array.from(next, (value, d) => Math.abs(value - before[d]));
  return far.map((_, d) => d).sort((a, b) => far[b] - far[a] || a - b);
}
