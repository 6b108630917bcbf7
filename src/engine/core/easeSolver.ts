import { addPerson, type EaseSettings, easeScores, invertItems, wholeInverse } from '../../recommenders/ease';
import { type Feedback, feedbackOf, type Known, knownOf } from '../../recommenders/feedback';
import { type RatedHistory, rowsOfEntity } from '../../recommenders/grouped';
import type { Steps } from '../../recommenders/positive';

export interface EaseQuestion {
  readonly history: RatedHistory;
  /** Row of the person whose scores are wanted. */
  readonly user: number;
  /** Smallest rating that counts as liked. */
  readonly relevant: number;
  readonly settings: EaseSettings;
}

export interface EaseAnswer {
  /** One for each item; null where the person has done nothing that counts. */
  readonly scores: Float64Array | null;
  /** How P came about: inverted, updated from that of another log, or as it was. */
  readonly how: 'solved' | 'updated' | 'known';
}

export interface EaseSolver {
  /** @param told how much of an inversion is done, from 0 to 1; once it throws, the work ends */
  scores(question: EaseQuestion, told: (done: number) => Promise<void>): Promise<EaseAnswer>;
}

/** P of a history, and which history that is. */
interface Held {
  readonly settings: string;
  readonly feedback: Feedback;
  readonly p: Float64Array;
  /** People by whom P was updated since it was inverted: rounding errors add up. */
  readonly updates: number;
}

/** Milliseconds of work between two looks at whether it is still wanted. */
const STRETCH = 40;
/** An update costs as much as so many rows of an inversion, or less. */
const ROWS = 16;

/**
 * Answers one question after another. P is kept: of a history in which few people have done something else it is updated,
 * which for a thousand items takes milliseconds in place of a second.
 */
export function createEaseSolver(): EaseSolver {
  let held: Held | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function answer(
    { history, user, relevant, settings }: EaseQuestion,
    told: (done: number) => Promise<void>,
  ): Promise<EaseAnswer> {
    const { penalty, others } = settings;
    const { itemCount: n } = history;
    const feedback = feedbackOf(history, relevant, others);
    const one = [n, relevant, penalty, others].join();
    const kept = held?.settings === one ? held : null;
    const changed = kept ? changedPeople(kept.feedback, feedback) : [];
    const near = kept !== null && ROWS * (kept.updates + changed.length) <= n;
    let p = kept?.p ?? new Float64Array(0);
    held = null;
    if (near) {
      for (const person of changed) {
        addPerson(p, n, rowOf(feedback, person), 1);
        addPerson(p, n, rowOf(kept.feedback, person), -1);
      }
    } else {
      const { users, weights } = feedback;
      p = await pausing(invertItems(users, history.items, weights, n, penalty), told);
    }
    held = { settings: one, feedback, p, updates: near ? kept.updates + changed.length : 0 };
    const rows = rowsOfEntity(feedback.users, user);
    const person = {
      items: rows.map((row) => history.items[row]),
      ratings: Float64Array.from(rows, (row) => history.ratings[row]),
    };
    const known = knownOf(feedback, person, relevant, others);
    return {
      scores: known && easeScores(wholeInverse(p, n), known),
      how: !near ? 'solved' : changed.length > 0 ? 'updated' : 'known',
    };
  }

  return {
    scores(question, told) {
      const asked = last.then(() => answer(question, told));
      last = asked.catch(() => {});
      return asked;
    },
  };
}

/** Takes steps, with a pause now and then in which messages are heard. */
async function pausing<T>(steps: Steps<T>, told: (done: number) => Promise<void>): Promise<T> {
  await told(0);
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < STRETCH) continue;
    await told(value);
    since = performance.now();
  }
}

/** What counts of a person, as it stands in the log. */
function rowOf({ history, weights, users }: Feedback, person: number): Known {
  const rows = Array.from(rowsOfEntity(users, person));
  return { items: rows.map((row) => history.items[row]), weights: rows.map((row) => weights[row]) };
}

/** People of whom something else counts in one history than in another, or in another order. */
function changedPeople(before: Feedback, after: Feedback): number[] {
  const count = Math.max(before.history.userCount, after.history.userCount);
  return Array.from({ length: count }, (_, person) => person).filter((person) => {
    const [a, b] = [rowsOfEntity(before.users, person), rowsOfEntity(after.users, person)];
    return (
      a.length !== b.length ||
      a.some(
        (row, k) =>
          before.history.items[row] !== after.history.items[b[k]] ||
          before.weights[row] !== after.weights[b[k]],
      )
    );
  });
}
