import { wrap } from 'comlink';
import { createEngineClient, type EngineClient } from '../../src/engine/client';
import type { NumberRef } from '../../src/engine/openedNumber';
import type { View } from '../../src/engine/questions/view';
import type { SimulatedInteraction, SimulatedLog } from '../../src/engine/simulatedLog';
import type { BackendName } from '../../src/engine/start';
import { benchReplay } from './replays';
import type { ScoringBench } from './scoring.worker';

/** Milliseconds of each piece of work; null where it was not run. */
export type Timings = Record<string, number | null>;

const TEXT = 'Not as roasty as I hoped, thin and watery, but a creamy chocolate note at the end.';

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

/** Drives the engine as the page does and times it from the page's side, worker messages included. */
async function benchEngine(
  backend: BackendName,
  runs: number,
): Promise<{ timings: Timings; backend: unknown }> {
  const engine = createEngineClient();
  const bundleUrl = new URL('./datasets/beers/', document.baseURI).href;
  const [load, start] = await timed(() => engine.start({ bundleUrl, backend }, () => {}));
  const people = await engine.searchPeople({ query: '', offset: 0, limit: 3, log: [] });
  const person = people.rows[0].id;
  const ask = (log: SimulatedLog, item: string | null, shown: string | null = null) =>
    engine.view({ log, person, item, shown, k: 10, words: 12 });
  const [first, view] = await timed(() => ask([], null));
  const [wait, { milliseconds: replay }] = await timed(() => engine.replay(() => {}));
  const aspects = start.dataset.aspects.map(() => null);
  const updates: number[] = [];
  const attends: number[] = [];
  let log: SimulatedInteraction[] = [];
  for (let run = 0; run < runs; run++) {
    const { item } = view.recommendations[run % view.recommendations.length];
    log = [...log, { key: `s${run + 1}`, person, item: item.id, rating: 3.5, aspects, text: TEXT }];
    const [update] = await timed(() => ask(log, item.id, `s${run + 1}`));
    updates.push(update);
    const [attend] = await timed(() =>
      engine.attend({ text: `${TEXT} ${run}`, log, draft: { ...log[log.length - 1], key: 'draft' } }),
    );
    attends.push(attend);
  }
  const history = (await ask([], null)).person.history;
  const scrubs: number[] = [];
  for (const { key } of history.slice(-Math.max(3, Math.min(runs, history.length)))) {
    const [scrub] = await timed(() =>
      engine.view({ log: [], person, item: null, at: key, k: 10, words: 12 }),
    );
    scrubs.push(scrub);
  }
  const last = start.dataset.counts.interactions - 1;
  const edits: Record<string, number> = {};
  for (const [place, row] of [
    ['start', 0],
    ['middle', Math.round(last / 2)],
    ['end', last],
  ] as const) {
    const times: number[] = [];
    // Another row each time: an edit made before would be found done.
    for (let run = 0; run < Math.min(runs, 3); run++) {
      const key = `b${row === last ? row - run : row + run}`;
      const [edit] = await timed(async () => {
        const edited: SimulatedLog = [{ edit: 'delete', key }];
        await ask(edited, null);
        await engine.timeline({ log: edited, side: 'user', id: person, at: null });
      });
      times.push(edit);
    }
    edits[`edit, ${place}`] = median(times);
  }
  const [loo] = await timed(async () => {
    for (const { key } of history.slice(-10))
      await engine.effect({ log: [], at: null, key, person, item: null, k: 10 });
  });
  const filled = await filledHistory(engine, person, history.length, aspects);
  const asked = { log: filled, at: null, person, item: view.recommendations[0].item.id, k: 10 };
  const batches: number[] = [];
  let keys: string[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) {
    const [batch, { entries }] = await timed(() =>
      engine.leaveOneOut({ ...asked, side: 'user', id: person }, () => {}),
    );
    batches.push(batch);
    keys = entries.map(({ key }) => key);
  }
  const [singly] = await timed(async () => {
    for (const key of keys.filter((_, k) => k % SAMPLED === 0)) await engine.effect({ ...asked, key });
  });
  const microscope = await benchMicroscope(engine, person, view);
  const longLog = await benchLongLog(engine, view, person, aspects);
  const others = await benchOthers(engine, person, log.slice(0, 6));
  // The same work once more, by code that the browser has compiled meanwhile: as when one changes the data set.
  await engine.start({ bundleUrl, backend }, () => {});
  const { milliseconds: again } = await engine.replay(() => {});
  engine.dispose();
  return {
    backend: start.backend,
    timings: {
      load,
      first,
      replay,
      'replay, files': wait,
      'replay, again': again,
      // The first update compiles shaders on WebGPU: it is a row of its own.
      'update, first': updates[0],
      update: median(updates.slice(1)),
      attend: median(attends),
      scrub: median(scrubs),
      ...edits,
      'effect, mean of 10': loo / Math.min(10, history.length),
      ...microscope,
      ...longLog,
      ...others,
      'leave-one-out': median(batches),
      'leave-one-out, singly': singly * SAMPLED,
    },
  };
}

/** Openings after which nothing more may be held than before. */
const OPENINGS = 200;

/** The inside of updates, and numbers opened one after the other, each by an operand of the last. */
async function benchMicroscope(engine: EngineClient, person: string, view: View): Promise<Timings> {
  const place = { log: [], at: null };
  const traces: number[] = [];
  for (const { key } of view.person.history.slice(-10)) {
    const [trace] = await timed(() => engine.trace({ ...place, key }));
    traces.push(trace);
  }
  const first: NumberRef = { of: 'prediction', person, item: view.recommendations[0].item.id };
  const opens: number[] = [];
  // The first round fills what is kept between requests; what the second adds would be lost.
  let before = await engine.memory();
  for (let round = 0; round < 2; round++) {
    before = round === 0 ? before : await engine.memory();
    let ref: NumberRef = first;
    for (let k = 0; k < OPENINGS; k++) {
      const [open, number] = await timed(() => engine.open({ ...place, ref }));
      opens.push(open);
      const operands = number.terms.flatMap(({ factors }) => factors.flatMap((one) => one.open ?? []));
      ref = operands[k % Math.max(1, operands.length)] ?? first;
    }
  }
  const after = await engine.memory();
  return {
    'trace, first': traces[0],
    trace: median(traces.slice(1)),
    open: median(opens),
    'open, slowest': Math.max(...opens),
    'open, tensors': after.tensors - before.tensors,
  };
}

/** Simulated interactions of one log that must stay usable. */
const LONG = 2000;

/** A log of {@link LONG} reviews by many people, opened at once; then one review more, and one that is deleted. */
async function benchLongLog(
  engine: EngineClient,
  view: View,
  person: string,
  aspects: readonly null[],
): Promise<Timings> {
  const people = await engine.searchPeople({ query: '', offset: 0, limit: 100, log: [] });
  const review = (k: number, by: string): SimulatedInteraction => ({
    key: `s${k + 1}`,
    person: by,
    item: view.recommendations[k % view.recommendations.length].item.id,
    rating: 2 + (k % 5) / 2,
    aspects,
    text: k % 2 === 0 ? TEXT : '',
  });
  const log = Array.from({ length: LONG }, (_, k) => review(k, people.rows[k % people.rows.length].id));
  const open = (entries: SimulatedLog, shown: string | null = null) =>
    timed(() => engine.view({ log: entries, person, item: null, shown, k: 10, words: 12 }));
  const [opened] = await open(log);
  let more: SimulatedLog = log;
  const adds: number[] = [];
  for (let k = LONG; k < LONG + 4; k++) {
    more = [...more, review(k, person)];
    const [added] = await open(more, `s${k + 1}`);
    adds.push(added);
  }
  const [deleted] = await open([...more, { edit: 'delete', key: 's1000' }]);
  return {
    'long log, open': opened,
    // Each item has some hundred reviews now, and its words are measured when it is first looked at.
    'long log, add, first': adds[0],
    'long log, add': median(adds.slice(1)),
    'long log, delete': deleted,
  };
}

/** The lists of other recommenders, each at first and after each review of a log more. */
async function benchOthers(engine: EngineClient, person: string, log: SimulatedLog): Promise<Timings> {
  const quick: number[] = [];
  const solved: number[] = [];
  for (let k = 0; k <= log.length; k++) {
    const request = { log: log.slice(0, k), at: null, person, times: 1 };
    quick.push((await timed(() => engine.others(request)))[0]);
    solved.push((await timed(() => engine.ease(request, () => {})))[0]);
  }
  return {
    'others, first': quick[0],
    others: median(quick.slice(1)),
    'ease, first': solved[0],
    ease: median(solved.slice(1)),
  };
}

/** Interactions of the person whose history is left out one by one. */
const HISTORY = 200;
/** Every so manyth is left out singly, for comparison. */
const SAMPLED = 10;

/** Reviews without text that fill a history up to {@link HISTORY}: nobody in the data has as many. */
async function filledHistory(
  engine: EngineClient,
  person: string,
  interactions: number,
  aspects: readonly null[],
): Promise<SimulatedLog> {
  const items = await engine.searchItems({ query: '', offset: 0, limit: HISTORY, log: [] });
  return items.rows
    .slice(0, HISTORY - interactions)
    .map(({ id }, k) => ({ key: `s${k + 1}`, person, item: id, rating: 2 + (k % 5) / 2, aspects, text: '' }));
}

async function bench(backend: BackendName, runs: number): Promise<unknown> {
  const engine = await benchEngine(backend, runs);
  const worker = new Worker(new URL('./scoring.worker.ts', import.meta.url), { type: 'module' });
  const scoring = wrap<ScoringBench>(worker);
  const scores = await scoring.run(backend, backend === 'webgpu' ? 3 : 9);
  worker.terminate();
  return { backend: engine.backend, timings: { ...engine.timings, ...scores } };
}

Object.assign(window, { bench, benchReplay });
