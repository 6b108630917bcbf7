import type { EngineApi } from '../engine/contract';
import { readFields } from '../engine/fields';
import { NUMBERS, type NumberRef, type OpenedNumber } from '../engine/openedNumber';
import type { Place } from '../engine/simulatedLog';
import type { Side } from '../vocabulary';
import type { Lesson, LiveValue, Scene, Written } from './lesson';
import type { Known } from './predicate';
import { logOf, timesOf } from './scene';

/** What of the engine live values ask: the page’s own questions. */
export type LessonEngine = Pick<EngineApi, 'open' | 'standing' | 'trace' | 'evidence' | 'feedbackLoop'>;

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
export class NoValue extends Error {
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
  const placeOf = ({ log = [] }: Pick<Scene, 'log'>): Place => ({
    log: logOf(lesson, log, aspects),
    at: null,
  });
  const whole = (value: Known): Live => ({ value, as: 'whole', open: null });
  const standing = ({ person = lesson.person, ...scene }: Scene, items: readonly string[] = []) =>
    engine.standing({ ...placeOf(scene), person, items, k: TEN, times: timesOf(scene) });
  const firstTen = async (scene: Scene) => (await standing(scene)).first.map(({ item }) => item);
  const traceOf = (scene: Scene, key: string) => engine.trace({ ...placeOf(scene), key });
  const numberOf = async (name: string): Promise<number> => {
    const { value } = await liveOf(name);
    if (typeof value !== 'number') throw new NoValue(name);
    return value;
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
        const { first, everyone } = await standing(asked);
        return whole(there((asked.by ? everyone : first)[asked.place - 1]).name);
      }
      case 'changed': {
        const [from, to] = await Promise.all([firstTen(asked.from), firstTen(asked.to)]);
        return whole(to.filter((item, k) => item !== from[k]).length);
      }
      case 'differ': {
        const [from, to] = await Promise.all([firstTen(asked.from), firstTen(asked.to)]);
        return whole(to.filter((item) => !from.includes(item)).length);
      }
      case 'shared-with-crowd': {
        const { first, everyone } = await standing(asked);
        const crowd = new Set(everyone.map(({ item }) => item));
        return whole(first.filter(({ item }) => crowd.has(item)).length);
      }
      case 'reviews':
        return whole((await standing(asked, [asked.item])).items[0].interactions);
      case 'mover': {
        const { tensors } = await traceOf(asked, asked.key);
        return whole(there(moved(tensors, asked.side)[asked.place - 1]));
      }
      case 'attended': {
        const { words, tensors } = await traceOf(asked, asked.key);
        const attention = there(tensors.attention).values;
        const order = words.map((_, k) => k).sort((a, b) => attention[b] - attention[a]);
        return whole(there(words[order[asked.place - 1]]).word);
      }
      case 'word-place': {
        const { words } = await traceOf(asked, asked.key);
        const place = words.findIndex(({ word }) => word === asked.word);
        return whole(there(place < 0 ? null : place));
      }
      case 'loop': {
        const { rounds, what, gives = 'predicted', person = lesson.person } = asked;
        const newKeys = Array.from({ length: rounds }, (_, k) => `round-${k + 1}`);
        const { log } = placeOf(asked);
        const report = await engine.feedbackLoop(
          { log, person, newKeys, top: TEN, gives, seeds: [] },
          () => {},
        );
        const value =
          what === 'still-coverage' ? report.still.at(-1)?.coverage : there(report.first.points.at(-1))[what];
        return { value: there(value), as: asked.as ?? 'percent', open: null };
      }
      case 'evidence': {
        const report = await engine.evidence();
        const models = report.state === 'measured' ? report.evidence.models : [];
        const row = there(models.find(({ id }) => id === asked.model));
        const figure = there(row.metrics[asked.metric as keyof typeof row.metrics]);
        return { value: figure.mean, as: asked.as ?? 'thousandths', open: null };
      }
      case 'sum': {
        const parts = await Promise.all(
          asked.of.map(async ({ value, times = 1 }) => times * (await numberOf(value))),
        );
        return { value: parts.reduce((sum, one) => sum + one, 0), as: asked.as ?? 'whole', open: null };
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
