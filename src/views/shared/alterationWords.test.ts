import { describe, expect, it } from 'vitest';
import type { SimulatedLog } from '../../engine/simulatedLog';
import type { Gate, Side } from '../../vocabulary';
import { alterationWords } from './alterationWords';

const freeze = (side: Side | 'both', gate: Gate, to: 0 | 1 | null) =>
  ({ edit: 'freeze', side, gate, to }) as const;

describe('alterationWords', () => {
  it('says what holds in the end, and nothing that was given back', () => {
    const words = (log: SimulatedLog) => alterationWords(log, 'beers');
    expect(words([])).toEqual([]);
    expect(words([freeze('both', 'update', 1), freeze('both', 'update', null)])).toEqual([]);
    expect(words([freeze('both', 'update', 1)])).toEqual(['update gates frozen at 1']);
    expect(words([freeze('both', 'update', 1), freeze('item', 'update', 0)])).toEqual([
      'update gate of people frozen at 1',
      'update gate of beers frozen at 0',
    ]);
    expect(
      words([
        { edit: 'clamp', side: 'item', d: 3, to: -0.5 },
        { edit: 'counterpart', with: 'initial' },
        { edit: 'shuffle', seed: 4 },
        { edit: 'mute', key: null, modality: 'text', muted: true },
        { edit: 'delete', key: 'b0' },
      ]),
    ).toEqual([
      'dimension 3 of beers held at −0.50',
      'counterparts hidden from the cells',
      'order shuffled, seed 4',
      'texts switched off for everybody',
    ]);
  });
});
