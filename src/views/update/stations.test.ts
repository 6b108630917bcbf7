import { beforeAll, describe, expect, it } from 'vitest';
import type { DatasetInfo, EngineApi, SimulatedLog, UpdateTrace } from '../../engine/api';
import { liveEngine } from '../../engine/testing/liveEngine';
import { STATIONS } from '../../session/update';
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

const traceOf = (key: string): Promise<UpdateTrace> => engine.trace({ log, at: null, key });

describe('the stations of an update', () => {
  it('show numbers that open into the very same numbers', { timeout: 60_000 }, async () => {
    const trace = await traceOf('s1');
    let opened = 0;
    // The ends stand for the rest: an offset would show at either.
    for (const station of STATIONS)
      for (const { strips } of viewOf(station, trace, dataset).groups)
        for (const { name, values, open } of strips)
          for (const place of new Set([0, values.length - 1])) {
            const ref = open?.(place);
            if (!ref) continue;
            const number = await engine.open({ log, at: null, ref });
            expect(number.value, `${station}, ${name}, place ${place}`).toBeCloseTo(values[place], 6);
            opened++;
          }
    expect(opened).toBeGreaterThan(60);
  });

  it('name symbols in their equations that strips of the same station show', async () => {
    const trace = await traceOf('s1');
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
      'y',
      'p',
      'x',
    ]);
  });
});
