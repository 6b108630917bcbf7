// biome-ignore lint/style/noRestrictedImports: what a program says is run as it says it
import '@tensorflow/tfjs-backend-cpu';
// biome-ignore lint/style/noRestrictedImports: as above
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineApi } from '../../../engine/contract';
import type { DialectName } from '../../../engine/equations';
import type { TraceName, UpdateTrace } from '../../../engine/openedNumber';
import type { SimulatedLog } from '../../../engine/simulatedLog';
import type { DatasetInfo } from '../../../engine/start';
import { liveEngine } from '../../../engine/testing/liveEngine';
import { review } from '../../../engine/testing/review';
import { STATIONS, type Station } from '../../../session/microscope';
import { SIDES, type Side } from '../../../vocabulary';
import { pythonWith, runPython } from '../../code/testing/python';
import { runTfjs } from '../../code/testing/runTfjs';
import { hasCode } from '../stations';
import { codeOf, hasSides } from './step';

const log: SimulatedLog = [
  review('s1', { text: 'Not bad: malty, sweet and malty again, xyzzy.' }),
  review('s2', { person: 'new-1', item: 'i2', rating: null, text: 'Sweet' }),
  review('s3', { person: 'new-1', item: 'i3', text: '', rating: 2, aspects: [null, 4.5] }),
];
const altered: SimulatedLog = [
  ...log,
  { edit: 'freeze', side: 'user', gate: 'reset', to: 0 },
  { edit: 'clamp', side: 'item', d: 1, to: 0.5 },
  { edit: 'counterpart', with: 'initial' },
];

let dataset: DatasetInfo;
let traces: UpdateTrace[];

beforeAll(async () => {
  const { engine } = await liveEngine();
  dataset = (await (engine as EngineApi).start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {})).dataset;
  const trace = (from: SimulatedLog, key: string) => engine.trace({ log: from, at: null, key });
  traces = [
    await trace(log, 's1'),
    await trace(log, 's2'),
    await trace(log, 's3'),
    await trace(log, 'b2'),
    await trace(altered, 's1'),
  ];
});

/** What the program of a station asserts. */
const RESULTS: Partial<Record<Station, TraceName | ((side: Side) => TraceName)>> = {
  words: 'embedded',
  context: 'in-context',
  attention: 'attention',
  text: 'text',
  feedback: 'ratings',
  fusion: 'x',
  reset: (side) => `${side}/reset`,
  update: (side) => `${side}/update`,
  candidate: (side) => `${side}/candidate`,
  next: (side) => `${side}/next`,
};

/** The result of a step as another one, so that its program must fail. */
function spoiled(trace: UpdateTrace, station: Station, side: Side): UpdateTrace {
  const result = RESULTS[station];
  const name = typeof result === 'function' ? result(side) : result;
  const tensor = name && trace.tensors[name];
  if (!name || !tensor) throw new Error(`${station} has no result`);
  const values = tensor.values.slice();
  values[values.length - 1] += 0.01;
  return { ...trace, tensors: { ...trace.tensors, [name]: { ...tensor, values } } };
}

/** Programs of all steps of all updates, right and spoiled. */
function programs(dialect: DialectName): { readonly right: string[]; readonly wrong: string[] } {
  const right: string[] = [];
  const wrong: string[] = [];
  for (const trace of traces)
    for (const station of STATIONS)
      for (const side of hasSides(station) ? SIDES : (['user'] as const)) {
        if (!hasCode(station, trace)) continue;
        right.push(codeOf({ station, side, trace, dataset }, dialect));
        wrong.push(codeOf({ station, side, trace: spoiled(trace, station, side), dataset }, dialect));
      }
  return { right, wrong };
}

describe('the code of a step', () => {
  it('is there wherever something is computed', () => {
    const having = (trace: UpdateTrace) => STATIONS.filter((station) => hasCode(station, trace));
    expect(having(traces[0])).toEqual(
      STATIONS.filter((station) => station !== 'score' && station !== 'choice'),
    );
    expect(having(traces[2])).toEqual(['feedback', 'fusion', 'reset', 'update', 'candidate', 'next']);
  });

  it.each(['TensorFlow.js', 'NumPy', 'PyTorch'] as const)(
    'repeats a whole update in one file of %s',
    async (dialect) => {
      await tf.setBackend('cpu');
      const of = (trace: UpdateTrace) => codeOf({ station: 'all', side: 'user', trace, dataset }, dialect);
      const right = traces.map(of);
      const wrong = traces.map((trace) => of(spoiled(trace, 'next', 'item')));
      for (const name of ['w', 't', 'x', 'u_new', 'i_new'])
        expect(right[0]).toMatch(new RegExp(`^(const )?${name} = `, 'm'));
      if (dialect === 'TensorFlow.js') {
        for (const program of right) expect(await runTfjs(program), program).toBeNull();
        for (const program of wrong) expect(await runTfjs(program)).toContain('i_new is off by');
        return;
      }
      const python = pythonWith(dialect === 'NumPy' ? 'numpy' : 'torch');
      if (!python) return;
      expect(runPython(python, right)).toEqual(right.map(() => null));
      for (const outcome of runPython(python, wrong)) expect(outcome).toContain('AssertionError');
    },
  );

  it('says the step in few lines beside its numbers', () => {
    const code = codeOf({ station: 'update', side: 'item', trace: traces[0], dataset }, 'NumPy');
    expect(code).toMatch(/^# Update gate of the item’s cell: /m);
    expect(code).toContain(
      'z_i = 1 / (1 + np.exp(-(x @ W_zi_x + u @ W_zi_u + b_zi_x + i @ W_zi_i + b_zi_i)))',
    );
    expect(code).not.toContain('fixed');
    const held = codeOf({ station: 'update', side: 'item', trace: traces[4], dataset }, 'NumPy');
    expect(held).toContain('z_i = z_i_raw * free_z_i + fixed_z_i');
  });

  it('runs as TensorFlow.js to the numbers that are shown, and fails for others', async () => {
    await tf.setBackend('cpu');
    const { right, wrong } = programs('TensorFlow.js');
    expect(right.length).toBeGreaterThan(40);
    for (const program of right) expect(await runTfjs(program), program).toBeNull();
    for (const program of wrong) expect(await runTfjs(program), program).toContain('is off by');
  });

  for (const [dialect, module] of [
    ['NumPy', 'numpy'],
    ['PyTorch', 'torch'],
  ] as const) {
    const python = pythonWith(module);
    it.skipIf(!python)(
      `runs as ${dialect} to the numbers that are shown, and fails for others${python ? '' : ` (no Python here has ${module})`}`,
      { timeout: 60_000 },
      () => {
        const { right, wrong } = programs(dialect);
        const outcomes = runPython(python as string, right);
        expect(right.filter((_, k) => outcomes[k] !== null)).toEqual([]);
        for (const outcome of runPython(python as string, wrong)) expect(outcome).toContain('AssertionError');
      },
    );
  }
});
