import type { SimulatedLog } from '../engine/simulatedLog';
import { keptLogs } from './keptLogs';
import { markTab } from './left';
import { OwnPlace } from './ownPlace';
import { contains } from './savedRules';
import { say, useSaved } from './savedState';
import { browserStore, isOurs, SavedStorage } from './savedStorage';
import type { Session } from './session';

/** Keeps the present log in this browser, change by change. */
export class Keeper {
  readonly storage: SavedStorage;
  private readonly place: OwnPlace;
  /** Whether the browser refused to keep something; it is said once. */
  refused = false;

  constructor(
    private readonly session: Session,
    dataset: string,
    modelHash: string,
  ) {
    this.storage = new SavedStorage(browserStore(), dataset);
    this.place = new OwnPlace(this.storage, modelHash);
  }

  /** Keeps every change at once. What merely came with the address is not kept: it is there already. */
  listen(): void {
    this.session.store.subscribe(({ history }, { history: earlier }) => {
      const [now, before] = [history.present, earlier.present];
      if (now === before) return;
      if (history.past.length + history.future.length === 0) return this.look();
      markTab();
      this.session.of(useSaved).setState({ remark: null, report: null });
      this.attempt(() => this.place.change(before, now));
      this.look();
    });
    // Another tab has written.
    window.addEventListener('storage', ({ key }) => {
      if (!isOurs(key)) return;
      this.attempt(() => this.place.ensure(this.session.store.getState().history.present));
      this.look();
    });
  }

  /** Says that a log is about to come in one piece. */
  expect(log: SimulatedLog): void {
    this.place.pieces.add(log);
  }

  /** Leaves a log where it is kept, so that what comes next does not take its place. */
  beginAnother(before: SimulatedLog): void {
    this.attempt(() => this.place.beginAnother(before));
  }

  /** Looks again at what is kept beside the present log. */
  look(): void {
    const { present } = this.session.store.getState().history;
    const others = keptLogs(this.storage, this.place.id).filter(
      ({ log }) => log.length > 0 && !contains(present, log),
    );
    this.session.of(useSaved).setState({ others, damaged: this.storage.places('damaged') });
  }

  private attempt(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (this.refused) return;
      this.refused = true;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.session.act(say('remark', [{ is: 'not-kept', full }]));
    }
  }
}
