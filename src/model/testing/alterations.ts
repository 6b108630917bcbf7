import fc from 'fast-check';
import type { Alteration } from '../alteration';
import { D } from './cells';

const gate = fc.constantFrom(0 as const, 1 as const, null);
const side = fc.record({
  gates: fc.record({ update: gate, reset: gate }),
  clamped: fc
    .array(fc.tuple(fc.nat(D - 1), fc.float({ min: -1, max: 1, noNaN: true })))
    .map((entries) => new Map(entries)),
});

/** Alterations of small cells, none among them. */
export const alterations: fc.Arbitrary<Alteration | null> = fc.option(
  fc.record({ user: side, item: side, counterpart: fc.constantFrom('initial' as const, null) }),
);
