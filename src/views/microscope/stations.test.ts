import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineApi } from '../../engine/contract';
import type { UpdateTrace } from '../../engine/openedNumber';
import type { SimulatedLog } from '../../engine/simulatedLog';
import type { DatasetInfo } from '../../engine/start';
import { liveEngine } from '../../engine/testing/liveEngine';
import { STATIONS } from '../../session/microscope';
import { viewOf } from './stations';

const log: SimulatedLog = [
  { key: 's1', person: 'u0', item: 'i1', rating: 4.5, aspects: [4, null], text: 'Not bad: malty, xyzzy.' },
  { key: 's2', person: 'new-1', item: 'i2', rating: null, aspects: [null, null], text: '' },
];

let engine: EngineApi;
let dataset: DatasetInfo;

beforeAll(async () => {
  const live = await liveEngine();
  engine = live.engine;
  dataset = (await engine.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {})).dataset;
});

const altered: SimulatedLog = [
  ...log,
  { edit: 'clamp', side: 'item', d: 1, to: 0.5 },
  { edit: 'clamp', side: 'user', d: 2, to: -0.5 },
  { edit: 'counterpart', with: 'initial' },
];
const traceOf = (key: string, of: SimulatedLog = log): Promise<UpdateTrace> =>
  engine.trace({ log: of, at: null, key });

describe('the stations of an update', () => {
  it.each([
    ['as trained', log, 's1'],
    ['altered', altered, 's1'],
    ['altered, of a new person', altered, 's2'],
  ])('show numbers that open into the very same numbers: %s', { timeout: 60_000 }, async (_, of, key) => {
    const trace = await traceOf(key, of);
    let opened = 0;
    // The ends stand for the rest, since an offset would show at either, and so do the clamped dimensions.
    for (const station of STATIONS)
      for (const { strips } of viewOf(station, trace, dataset).groups)
        for (const { name, values, open } of strips)
          for (const place of new Set([0, 1, 2, values.length - 1])) {
            const ref = place < values.length ? open?.(place) : null;
            if (!ref) continue;
            const number = await engine.open({ log: of, at: null, ref });
            expect(number.value, `${station}, ${name}, place ${place}`).toBeCloseTo(values[place], 6);
            opened++;
          }
    expect(opened).toBeGreaterThan(key === 's1' ? 90 : 40);
  });

  it.each([
    ['as trained', log],
    ['altered', altered],
  ])('name symbols in their equations that strips of the same station show: %s', async (_, of) => {
    const trace = await traceOf('s1', of);
    for (const station of STATIONS) {
      const { tex, groups } = viewOf(station, trace, dataset);
      const shown = new Set(groups.flatMap(({ strips }) => strips.map(({ symbol }) => symbol)));
      for (const symbol of shown) expect(tex, `${station} shows ${symbol}`).toContain(`sym-${symbol}}`);
    }
  });

  it('say what is missing', async () => {
    const trace = await traceOf('s2');
    expect(viewOf('attention', trace, dataset)).toMatchObject({
      title: 'No text, so nothing to attend to',
      groups: [],
    });
    expect(viewOf('feedback', trace, dataset).title).toBe('No rating was given');
    expect(viewOf('fusion', trace, dataset).groups[0].strips.map(({ symbol }) => symbol)).toEqual([
      'ratings',
      'presence',
      'x',
    ]);
  });
});
