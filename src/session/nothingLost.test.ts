import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DIAL } from '../engine/choice';
import type { Edit, LogEntry, SimulatedLog } from '../engine/simulatedLog';
import { type Echo, type FakeEngine, fakeEngines } from '../engine/testing/fakeEngine';
import { review } from '../engine/testing/review';
import { nextKey } from './draft';
import type { Session, Verb } from './session';
import { drain, hashOf, openSession, settle } from './testing/openSession';
import { SessionModel } from './testing/sessionModel';
import {
  addEdit,
  addReview,
  addReviews,
  editDraft,
  resetLog,
  restoreLog,
  selectItem,
  selectPerson,
  setAt,
  setTimes,
  showDifference,
  stepHistory,
} from './verbs';
import { lookAgain } from './view';

// Links of plain JSON: what real ones are made of is tested beside them.
vi.mock('./link', async () => (await import('./testing/plainLinks')).plainLinks);

let make: () => FakeEngine;
beforeAll(async () => {
  make = await fakeEngines();
});

const pick = <T>(of: readonly T[], n: number): T => of[n % of.length];

/** Reviews that no data set takes, each for a reason of its own. */
const MISFITS: readonly Parameters<typeof review>[1][] = [
  { item: 'i99' },
  { person: 'nobody' },
  { rating: 9 },
  { aspects: [1] },
  { key: '' },
];

const bad = (key: string, n: number) => review(key, pick(MISFITS, n));

/** A session on a fake engine beside the model of what it should hold. */
class Run {
  readonly model: SessionModel;
  readonly aside: SimulatedLog[] = [];
  private session!: Session;
  /** The review whose difference was asked for last, while that is what counts. */
  asked: string | null = null;
  private readonly seen: SimulatedLog[] = [[]];

  private constructor(
    readonly engine: FakeEngine,
    link: { log: SimulatedLog; person: string | null; item: string | null },
  ) {
    this.model = new SessionModel(link.log, link.person, link.item);
  }

  static async open(n: number, entries: number): Promise<Run> {
    const log: LogEntry[] = Array.from({ length: entries }, (_, k) =>
      (n + k) % 4 === 0 ? bad(`s${k + 1}`, n) : review(`s${k + 1}`, { item: `i${k % 9}` }),
    );
    const link = { log, person: pick(['u1', null, 'ghost'], n), item: pick(['i1', null, 'i77'], n) };
    const run = new Run(make(), link);
    run.session = await openSession(run.engine, link, (one) => run.aside.push(one) > 0);
    // Before the data set is known there is nothing to click at.
    run.engine.answer(0);
    await settle();
    // The link was read: its very entries are not those that were written.
    run.model.present = run.get().history.present;
    return run;
  }

  private get(): ReturnType<Session['store']['getState']> {
    return this.session.store.getState();
  }

  private act(verb: Verb): void {
    this.session.act(verb);
  }

  readonly commands: readonly (readonly [weight: number, does: (n: number) => void])[] = [
    [3, (n) => this.reviews(n, 1 + (n % 3))],
    [2, (n) => this.addAll([review(this.key(1)), bad(this.key(2), n), review(this.key(3), { item: 'i2' })])],
    [1, (n) => this.addAll([review(pick(this.keys(), n))])],
    [2, (n) => this.edit({ edit: 'delete', key: pick(this.keys(), n) })],
    [1, (n) => this.edit({ edit: 'move', key: pick(this.keys(), n), by: n % 2 ? 1 : -1, side: 'user' })],
    [1, (n) => this.edit({ edit: 'mute', key: pick(this.keys(), n), modality: 'text', muted: n % 3 > 0 })],
    [1, (n) => this.edit({ edit: 'mute', key: null, modality: 'rating', muted: n % 2 > 0 })],
    [1, (n) => this.change(pick(this.keys(), n), pick([3, 9], n))],
    [1, (n) => this.edit({ edit: 'clamp', side: 'item', d: pick([1, 99], n), to: 0.5 })],
    [1, (n) => this.edit({ edit: 'shuffle', seed: pick([1, null, 0.5], n) })],
    [2, (n) => this.draft(`i${n % 9}`)],
    [3, (n) => this.choosePerson(pick(['u0', 'u1', 'u2', 'new-1', 'new-2'], n))],
    [3, (n) => this.chooseItem(pick([null, 'i0', 'i1', 'i2'], n))],
    [2, (n) => this.chooseMoment(pick([null, ...this.keys()], n))],
    [1, (n) => this.difference(n)],
    [1, () => this.reset()],
    [1, (n) => this.restore(pick(this.seen, n))],
    [4, () => this.step('undo')],
    [3, () => this.step('redo')],
    [12, () => this.engine.answer(0)],
    [3, (n) => this.engine.answer(n)],
    [4, (n) => this.engine.work(n)],
    [1, (n) => this.engine.crash(n)],
    [1, (n) => this.engine.supersede(n)],
    [1, () => this.get().view && this.engine.giveUp()],
    [2, (n) => this.dial(pick(DIAL, n))],
  ];

  private dial(times: number): void {
    this.act(setTimes(times));
    if (times !== this.model.times) this.model.commit(this.model.present, times);
  }

  /** Does one thing, and looks whether the session holds what it should. */
  async do(kind: number, n: number): Promise<void> {
    this.commands[kind][1](n);
    await settle();
    this.compare();
    this.seen.push(this.get().history.present);
  }

  /** Answers all that is open: what is shown belongs to what is held. */
  async rest(): Promise<void> {
    await this.settled();
    // Once no worker lived, what to do is to do anything again; or to start anew from the address.
    if (this.get().failure) {
      this.expectAddress();
      this.act(lookAgain);
    }
    await this.settled();
    const { person, item, at, failure, view, shown, history } = this.get();
    expect(failure).toBeNull();
    expect(this.engine.fits(history.present)).toBe(history.present);
    const { asked, change } = view as unknown as Echo;
    expect(asked).toMatchObject({ person, item, at, times: history.times });
    expect(asked.log).toEqual(history.present);
    expect(change?.cause.key ?? null).toBe(shown);
    if (shown !== null) expect(this.hasReview(shown)).toBe(true);
    if (this.asked !== null && this.hasReview(this.asked)) expect(shown).toBe(this.asked);
    this.expectAddress();
  }

  private expectAddress(): void {
    const { history, person, item, at } = this.get();
    expect(hashOf(this.session)).toBe(JSON.stringify({ log: history.present, person, item, at }));
  }

  private async settled(): Promise<void> {
    for (await settle(); this.engine.open.length > 0; await settle()) {
      this.compare();
      this.engine.answer(0);
    }
    this.compare();
  }

  private compare(): void {
    const { history, person, item, at } = this.get();
    const { model, engine } = this;
    if (!model.holds(history)) {
      // The one thing that the session does of itself: to leave out what does not fit, and to keep it elsewhere.
      const lost = model.leaveOut((log) => engine.fits(log));
      expect(model.holds(history)).toBe(true);
      for (const entry of lost) expect(this.aside.some((log) => log.includes(entry))).toBe(true);
      if (lost.size > 0) expect(this.get().notice.map(({ is }) => is)).toContain('left-out');
    }
    // And to choose others where what is chosen is not there.
    if (person !== model.person && (model.person === null || model.person === 'ghost')) model.person = 'u0';
    if (item !== model.item && model.item === 'i77') model.item = null;
    if (at !== model.at && at === null && !this.happens(model.at)) model.at = null;
    expect({ person, item, at }).toEqual({ person: model.person, item: model.item, at: model.at });
  }

  /** Whether what fits of the present log has an interaction. */
  private happens(key: string | null): boolean {
    if (key === null || key === 'b9999') return false;
    const kept = new SessionModel(this.engine.fits(this.model.present), null, null);
    return kept.sees(key);
  }

  private hasReview(key: string): boolean {
    return this.model.sees(key) && this.model.present.some((one) => !('edit' in one) && one.key === key);
  }

  private readonly key = (by: number): string => nextKey(this.get().history.present, by);

  private keys(): string[] {
    const own = this.get().history.present.flatMap((one) => ('edit' in one ? [] : [one.key]));
    return ['b0', 'b1', 'b2', 'b9999', 's1', ...own.filter(Boolean)];
  }

  private reviews(n: number, count: number): void {
    const person = pick(['u0', 'new-1', 'u3'], n);
    this.addAll(Array.from({ length: count }, (_, k) => review(this.key(k + 1), { person })));
  }

  private addAll(entries: readonly ReturnType<typeof review>[]): void {
    this.asked = null;
    this.model.at = null;
    this.model.add(...entries);
    this.act(addReviews(entries));
  }

  private edit(edit: Edit): void {
    this.asked = null;
    if (!('key' in edit) || edit.key === null || this.model.sees(edit.key)) this.model.add(edit);
    this.act(addEdit(edit));
  }

  private change(key: string, rating: number): void {
    this.edit({ edit: 'change', key, rating, aspects: [null, null], text: null });
  }

  private draft(item: string): void {
    if (this.model.person === null) return;
    this.asked = null;
    this.act(editDraft({ item, rating: 4 }));
    this.act(addReview);
    // Made by the session of what is chosen.
    const made = this.get().history.present.at(-1);
    expect(made).toMatchObject({ person: this.model.person, item, rating: 4 });
    this.model.at = null;
    this.model.add(made as LogEntry);
    this.model.item = item;
  }

  private choosePerson(person: string): void {
    this.model.person = person;
    this.act(selectPerson(person));
  }

  private chooseItem(item: string | null): void {
    this.model.item = item;
    this.act(selectItem(item));
  }

  private chooseMoment(at: string | null): void {
    if (at !== null && at !== 'b9999' && !this.model.sees(at)) return;
    this.model.at = at;
    this.act(setAt(at));
  }

  private difference(n: number): void {
    const reviews = this.model.present.flatMap((one) => ('edit' in one || !one.key ? [] : [one]));
    if (reviews.length === 0) return;
    const { key } = pick(reviews, n);
    const event = reviews.find((one) => one.key === key);
    // Only of what has been drawn.
    if (!event || !this.model.sees(key) || !this.engine.fits(this.model.present).includes(event)) return;
    this.asked = key;
    this.model.person = event.person;
    this.model.item = event.item;
    this.act(showDifference(key));
  }

  private reset(): void {
    this.asked = null;
    if (this.model.present.length > 0) {
      this.model.commit([]);
      this.model.at = null;
    }
    this.act(resetLog);
  }

  private restore(log: SimulatedLog): void {
    if (log === this.get().history.present) return;
    this.asked = null;
    this.model.commit(log);
    this.act(restoreLog(log));
  }

  private step(direction: 'undo' | 'redo'): void {
    this.asked = null;
    this.model[direction]();
    this.act(stepHistory(direction));
  }
}

const SEQUENCES = 10_000;

/** Sequences that went wrong once. */
const MET: [n: number, entries: number, done: [kind: number, n: number][]][] = [
  // Another moment is chosen while the log is looked through, and then no worker lives.
  [
    40,
    4,
    [
      [20, 0],
      [0, 170],
      [0, 40],
      [19, 0],
      [19, 0],
      [5, 354],
      [20, 579],
      [13, 211],
      [24, 0],
      [19, 0],
    ],
  ],
  // Somebody turns the dial at a moment that is not there.
  [
    0,
    0,
    [
      [2, 0],
      [3, 393],
      [13, 277],
      [25, 0],
      [11, 0],
    ],
  ],
];

describe('a session', () => {
  it('loses nothing, ever: whatever is done, undone, refused, superseded, late or lost, in any order', async () => {
    const first = await Run.open(0, 0);
    await drain(first.engine);
    const weights = first.commands.map(([weight], k) => ({
      weight,
      arbitrary: fc.tuple(fc.constant(k), fc.nat(999)),
    }));
    const commands = fc.array(fc.oneof(...weights), { minLength: 1, maxLength: 30, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.nat(99), fc.nat(8), commands, async (n, entries, done) => {
        const run = await Run.open(n, entries);
        try {
          for (const [kind, given] of done) await run.do(kind, given);
          await run.rest();
        } finally {
          // The page of the next sequence is another one.
          await drain(run.engine);
        }
      }),
      { numRuns: SEQUENCES, examples: MET },
    );
  }, 600_000);
});
