import '@tensorflow/tfjs-backend-cpu';
import type { Bundle } from '../../data/bundle';
import { setBackend } from '../../model/tf';
import type { EngineClient, Restart } from '../client';
import type { EngineApi } from '../contract';
import { type Catalogue, makeCatalogue } from '../core/catalogue';
import { datasetInfo } from '../core/dataset';
import { RequestError } from '../core/requestError';
import { itemRow, personRow } from '../core/rows';
import { Scenario } from '../core/scenario';
import { deletedIn, reviewsIn } from '../edits';
import { asEngineError, EngineError } from '../engineError';
import { fitting } from '../fitting';
import { checkLogs } from '../questions/check';
import type { ViewRequest } from '../questions/view';
import type { SimulatedLog } from '../simulatedLog';
import type { StartReport } from '../start';
import { syntheticBundle } from './syntheticBundle';

/** A question that has not been answered yet. */
interface Open {
  readonly name: keyof EngineApi;
  /** Among the questions of its kind that take over from one another; null for a kind that does not. */
  ticket: number | null;
  readonly work: () => unknown;
  /** What came of it, if it was worked out already. */
  outcome: { readonly value: unknown } | { readonly error: EngineError } | null;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
}

/** What the views of a {@link FakeEngine} say: what was asked, and whose change they show. */
export interface Echo {
  readonly asked: ViewRequest;
  readonly change: { readonly cause: { readonly key: string } } | null;
  readonly recommendations: readonly { readonly item: { readonly id: string } }[];
}

/** Makes fake engines on the synthetic bundle. */
export async function fakeEngines(): Promise<() => FakeEngine> {
  await setBackend('cpu');
  const bundle = await syntheticBundle();
  const catalogue = makeCatalogue(bundle);
  return () => new FakeEngine(bundle, catalogue);
}

/** An engine that answers only when it is told to, in any order; it checks as the real one does and computes nothing. */
export class FakeEngine {
  readonly open: Open[] = [];
  /** Items of the list that its views show. */
  recommended: readonly string[] = [];
  private readonly listeners = new Set<(restart: Restart) => void>();
  private latestView = 0;

  constructor(
    private readonly bundle: Bundle,
    private readonly catalogue: Catalogue,
  ) {}

  /** Works a question out, so that none can take over from it any more; its answer stays on the way. */
  work(k: number): void {
    const one = this.open[k % this.open.length];
    if (!one || one.outcome) return;
    try {
      if (one.ticket !== null && one.ticket !== this.latestView)
        throw new EngineError({ kind: 'superseded' });
      one.outcome = { value: one.work() };
    } catch (error) {
      one.outcome = { error: asEngineError(error) };
    }
  }

  /** Answers a question, whatever was asked before it. */
  answer(k: number): void {
    if (this.open.length === 0) return;
    this.work(k);
    const [{ outcome, resolve, reject }] = this.open.splice(k % this.open.length, 1);
    if (outcome && 'error' in outcome) reject(outcome.error);
    else resolve(outcome?.value);
  }

  /** Loses all that was worked out; what is open is asked anew, here in another order. */
  crash(turns: number): void {
    const views = this.open.filter(({ ticket }) => ticket !== null);
    for (const one of this.open) one.outcome = null;
    views.forEach((one, k) => {
      one.ticket = this.latestView + 1 + ((k + turns) % views.length);
    });
    this.latestView += views.length;
    for (const listener of this.listeners) listener({ death: { said: 'lost' }, report: this.report });
  }

  /** Gives a view up for no newer one. */
  supersede(k: number): void {
    const views = this.open.filter(({ ticket }) => ticket !== null);
    const one = views[k % views.length];
    if (one) one.outcome = { error: new EngineError({ kind: 'superseded' }) };
  }

  /** No worker lives: all that is open fails. */
  giveUp(): void {
    const error = new EngineError({ kind: 'died', death: { said: 'lost' }, times: 5 });
    for (const { reject } of this.open.splice(0)) reject(error);
  }

  /** What the check says of a log, at once. */
  fits(log: SimulatedLog): SimulatedLog {
    const { problems } = checkLogs(this.catalogue, { logs: [log], person: null, item: null, at: null });
    return fitting(log, problems[0]);
  }

  get client(): EngineClient {
    const { catalogue } = this;
    return {
      onRestart: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      dispose: () => {},
      start: () => this.ask('start', () => this.report),
      replay: () => this.ask('replay', () => ({ interactions: 0 })),
      check: (request) => this.ask('check', () => checkLogs(catalogue, structuredClone(request))),
      searchPeople: ({ log, limit }) =>
        this.ask('searchPeople', () => {
          new Scenario(catalogue, log);
          return { total: 0, rows: this.bundle.users.id.slice(0, limit).map((id) => ({ id })) };
        }),
      view: (request) => this.ask('view', () => this.view(request), ++this.latestView),
      attend: () => this.ask('attend', () => []),
    } satisfies Partial<EngineClient> as unknown as EngineClient;
  }

  private ask<T>(name: keyof EngineApi, work: () => unknown, ticket: number | null = null): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.open.push({
        name,
        ticket,
        work,
        outcome: null,
        resolve: resolve as (value: unknown) => void,
        reject,
      });
    });
  }

  private view(asked: ViewRequest): Echo {
    const { newPeople, order, rowOf } = this.scenario(asked);
    if (asked.item !== null) itemRow(this.catalogue, asked.item, 'item');
    personRow(this.catalogue, newPeople, asked.person, 'person');
    const row = asked.at ? rowOf(asked.at) : undefined;
    if (asked.at && (row === undefined || !order.includes(row)))
      throw new RequestError('at', { is: 'no-interaction', name: asked.at ?? '' });
    const there = reviewsIn(asked.log).some(({ key }) => key === asked.shown);
    const change = there && !deletedIn(asked.log).has(asked.shown ?? '');
    return {
      asked,
      change: change ? { cause: { key: asked.shown ?? '' } } : null,
      recommendations: this.recommended.map((id) => ({ item: { id } })),
    };
  }

  private scenario({ log }: Pick<ViewRequest, 'log'>) {
    const scenario = new Scenario(this.catalogue, log);
    return { ...scenario, rowOf: (key: string) => scenario.rowOf(key) };
  }

  get report(): StartReport {
    return { dataset: datasetInfo(this.bundle), milliseconds: 0 } as unknown as StartReport;
  }
}
