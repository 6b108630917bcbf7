import type { SimulatedLog } from '../engine/simulatedLog';
import { contains, follows } from './savedRules';
import type { SavedStorage } from './savedStorage';

/** An id that no other page has; `crypto.randomUUID` is there with HTTPS only. */
export const freshId = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;

/** Where one page keeps its log. Its methods throw what the browser throws when it does not keep it. */
export class OwnPlace {
  id = freshId();
  /** Logs that came in one piece, from a file or from where they were kept: undo takes them off the screen, not away. */
  readonly pieces = new Set<SimulatedLog>();
  private used = false;

  constructor(
    private readonly storage: SavedStorage,
    private readonly modelHash: string,
  ) {}

  /** Keeps a log that has just taken the place of another. */
  change(before: SimulatedLog, now: SimulatedLog): void {
    // A piece that is what came before less its last entry looks like an undo, and may be none.
    const replaced = this.pieces.has(now) && !contains(now, before);
    if (this.pieces.has(before) || replaced || !follows(before, now)) this.beginAnother(before);
    this.write(this.id, now);
  }

  /** After another page has written: what was kept of this one may have gone when that page undid what held it too. */
  ensure(now: SimulatedLog): void {
    const isKept = () => this.storage.logs().some((log) => contains(log, now));
    if (this.used && now.length > 0 && !isKept()) this.write(this.id, now);
  }

  /** Leaves a log where it is kept, so that what comes next does not take its place. */
  beginAnother(before: SimulatedLog): void {
    const { id } = this;
    this.id = freshId();
    if (before.length > 0) this.write(id, before);
  }

  private write(id: string, log: SimulatedLog): void {
    this.used = true;
    this.storage.write(id, log, this.modelHash);
  }
}
