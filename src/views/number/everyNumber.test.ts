// biome-ignore lint/style/noRestrictedImports: what a program says is run as it says it
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import type { NumberRef, OpenedNumber } from '../../engine/openedNumber';
import type { Place, SimulatedLog } from '../../engine/simulatedLog';
import { liveEngine } from '../../engine/testing/liveEngine';
import { review } from '../../engine/testing/review';
import { runTfjs } from '../code/testing/runTfjs';
import { snippetOf } from './code/snippet';
import { operandWords } from './words';

/** Numbers of each kind that are opened: formulas of one kind are alike. */
const EACH = 3;

const log: SimulatedLog = [
  review('s1', { text: 'Not bad: malty, sweet and malty again, xyzzy.' }),
  { edit: 'freeze', side: 'item', gate: 'reset', to: 0 },
  { edit: 'clamp', side: 'user', d: 1, to: 0.5 },
];
const FIRST: readonly NumberRef[] = [
  { of: 'prediction', person: 'u0', item: 'i4' },
  { of: 'choice', person: 'u0', item: 'i4' },
  { of: 'choice-states', person: 'u0', item: 'i4' },
  { of: 'choice-match', person: 'u0', item: 'i4' },
  { of: 'remaining', side: 'user', key: 's1' },
  { of: 'share', item: 'i4', key: 's1' },
  { of: 'effect-share', key: 's1', word: 2 },
  { of: 'attention', key: 's1', word: 2 },
  { of: 'coordinate', axes: 'items', axis: 0, side: 'item', id: 'i2' },
];

it('each number that opens says what it is made of, and its program gives it', {
  timeout: 60_000,
}, async () => {
  const { engine } = await liveEngine({ product: true });
  const seen = new Map<string, OpenedNumber[]>();
  const waiting: { ref: NumberRef; place: Place }[] = FIRST.map((ref) => ({ ref, place: { log, at: null } }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { ref, place } = next;
    const others = seen.get(ref.of) ?? [];
    if (others.length >= EACH || others.some((one) => JSON.stringify(one.ref) === JSON.stringify(ref)))
      continue;
    const opened = await engine.open({ ...place, ref });
    seen.set(ref.of, [...others, opened]);
    const factors = [...opened.terms, ...(opened.divisor ?? [])].flatMap((term) => term.factors);
    for (const { what, symbol, open } of factors) {
      expect(operandWords(what), `${ref.of}: ${what.is}`).not.toMatch(/undefined|null|NaN|^$/);
      expect(symbol, `${ref.of}: ${what.is}`).not.toMatch(/undefined|NaN|^$/);
      if (open) waiting.push({ ref: open, place: opened.place });
    }
    if (factors.length === 0) continue;
    const program = snippetOf(opened, 'TensorFlow.js');
    expect(await runTfjs(program), `${ref.of}\n${program}`).toBeNull();
  }
  expect(seen.size).toBeGreaterThan(40);
});
