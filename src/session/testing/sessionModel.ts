import type { LogEntry, SimulatedLog } from '../../engine/simulatedLog';
import type { Step, Undoable } from '../undoable';

const texts = new WeakMap<LogEntry, string>();

function textOf(entry: LogEntry): string {
  const text = texts.get(entry) ?? JSON.stringify(entry);
  texts.set(entry, text);
  return text;
}

const equal = (a: SimulatedLog, b: SimulatedLog): boolean =>
  a.length === b.length && a.every((entry, k) => entry === b[k] || textOf(entry) === textOf(b[k]));

const alike = (a: Step<SimulatedLog>, b: Step<SimulatedLog>): boolean =>
  a.times === b.times && equal(a.present, b.present);

const nameOf = (entry: LogEntry): string | null => ('edit' in entry ? null : entry.key);

/** What a session should hold: lists, and no notion of questions and answers. */
export class SessionModel {
  past: Step<SimulatedLog>[] = [];
  future: Step<SimulatedLog>[] = [];
  times = 1;
  at: string | null = null;

  constructor(
    public present: SimulatedLog,
    public person: string | null,
    public item: string | null,
  ) {}

  commit(log: SimulatedLog, times = this.times): void {
    this.past.push(this.now);
    this.present = log;
    this.times = times;
    this.future = [];
    this.letMomentGo();
  }

  add(...entries: LogEntry[]): void {
    this.commit([...this.present, ...entries]);
  }

  private get now(): Step<SimulatedLog> {
    return { present: this.present, times: this.times };
  }

  step(from: Step<SimulatedLog>[], to: Step<SimulatedLog>[]): void {
    const step = from.pop();
    if (!step) return;
    to.push(this.now);
    this.present = step.present;
    this.times = step.times;
    this.letMomentGo();
  }

  undo(): void {
    this.step(this.past, this.future);
  }

  redo(): void {
    this.step(this.future, this.past);
  }

  /** Whether somebody who looks at the present list can see an interaction to click at. */
  sees(key: string): boolean {
    const deleted = this.present.some((one) => 'edit' in one && one.edit === 'delete' && one.key === key);
    return !deleted && (key.startsWith('b') || this.present.some((one) => nameOf(one) === key));
  }

  /** Leaves out of every state what does not fit, and steps that do nothing any more. Returns what is lost. */
  leaveOut(fits: (log: SimulatedLog) => SimulatedLog): Set<LogEntry> {
    const lost = new Set<LogEntry>();
    const fitted = ({ present, times }: Step<SimulatedLog>) => {
      const kept = fits(present);
      for (const entry of present) if (!kept.includes(entry)) lost.add(entry);
      return { present: kept, times };
    };
    // A plain list of all states, the last undone first; and where in it one stands.
    const all = [...this.past.map(fitted), fitted(this.now), ...this.future.map(fitted).reverse()];
    let here = this.past.length;
    for (let k = all.length - 1; k > 0; k--)
      if (alike(all[k], all[k - 1])) {
        all.splice(k, 1);
        if (here >= k) here--;
      }
    if (lost.size === 0) return lost;
    this.past = all.slice(0, here);
    this.present = all[here].present;
    this.future = all.slice(here + 1).reverse();
    this.letMomentGo();
    return lost;
  }

  /** Whether a session holds just this, entry by entry. */
  holds(history: Undoable<SimulatedLog>) {
    const { past, future } = history;
    const undone = this.future.toReversed();
    return (
      alike(history, this.now) &&
      past.length === this.past.length &&
      past.every((step, k) => alike(step, this.past[k])) &&
      future.length === undone.length &&
      future.every((step, k) => alike(step, undone[k]))
    );
  }

  private letMomentGo(): void {
    if (this.at !== null && !this.sees(this.at)) this.at = null;
  }
}
