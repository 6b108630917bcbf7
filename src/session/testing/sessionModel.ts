import type { LogEntry, SimulatedLog } from '../../engine/simulatedLog';

const texts = new WeakMap<LogEntry, string>();

function textOf(entry: LogEntry): string {
  const text = texts.get(entry) ?? JSON.stringify(entry);
  texts.set(entry, text);
  return text;
}

const equal = (a: SimulatedLog, b: SimulatedLog): boolean =>
  a.length === b.length && a.every((entry, k) => entry === b[k] || textOf(entry) === textOf(b[k]));

const nameOf = (entry: LogEntry): string | null => ('edit' in entry ? null : entry.key);

/** What a session should hold: lists, and no notion of questions and answers. */
export class SessionModel {
  past: SimulatedLog[] = [];
  future: SimulatedLog[] = [];
  at: string | null = null;

  constructor(
    public present: SimulatedLog,
    public person: string | null,
    public item: string | null,
  ) {}

  commit(log: SimulatedLog): void {
    this.past.push(this.present);
    this.present = log;
    this.future = [];
    this.letMomentGo();
  }

  add(...entries: LogEntry[]): void {
    this.commit([...this.present, ...entries]);
  }

  step(from: SimulatedLog[], to: SimulatedLog[]): void {
    const log = from.pop();
    if (!log) return;
    to.push(this.present);
    this.present = log;
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
    const fitted = (log: SimulatedLog) => {
      const kept = fits(log);
      for (const entry of log) if (!kept.includes(entry)) lost.add(entry);
      return kept;
    };
    // A plain list of all states, the last undone first; and where in it one stands.
    const all = [...this.past.map(fitted), fitted(this.present), ...this.future.map(fitted).reverse()];
    let here = this.past.length;
    for (let k = all.length - 1; k > 0; k--)
      if (equal(all[k], all[k - 1])) {
        all.splice(k, 1);
        if (here >= k) here--;
      }
    if (lost.size === 0) return lost;
    this.past = all.slice(0, here);
    this.present = all[here];
    this.future = all.slice(here + 1).reverse();
    this.letMomentGo();
    return lost;
  }

  /** Whether a session holds just this, entry by entry. */
  holds({
    past,
    present,
    future,
  }: {
    past: readonly { readonly present: SimulatedLog }[];
    present: SimulatedLog;
    future: readonly { readonly present: SimulatedLog }[];
  }) {
    const undone = this.future.toReversed();
    return (
      equal(present, this.present) &&
      past.length === this.past.length &&
      past.every((step, k) => equal(step.present, this.past[k])) &&
      future.length === undone.length &&
      future.every((step, k) => equal(step.present, undone[k]))
    );
  }

  private letMomentGo(): void {
    if (this.at !== null && !this.sees(this.at)) this.at = null;
  }
}
