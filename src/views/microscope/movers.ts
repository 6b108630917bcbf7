import { CELLS } from '../../engine/equations';
import type { NumberRef, UpdateTrace } from '../../engine/openedNumber';
import { numberWord, percent, plural, signed, wholePercent } from '../../ui/format';
import type { Side } from '../../vocabulary';
import { stripOf, stripsOf, valuesOf } from './stationParts';

/** How many dimensions are written out. */
export const SHOWN = 3;

/** One number of an update, as it is named, written and opened. */
export interface Written {
  readonly name: string;
  readonly value: number;
  readonly open: NumberRef | null;
}

/** What one update did to one dimension of a state. */
export interface Mover {
  readonly d: number;
  readonly of: Readonly<Record<'before' | 'reset' | 'update' | 'candidate' | 'next', Written>>;
}

export interface Movers {
  /** The dimensions that moved furthest, the furthest first. */
  readonly shown: readonly Mover[];
  /** Their share of the squared length of the whole move; 0 where nothing moved. */
  readonly share: number;
  readonly dimensions: number;
}

/** The dimensions of a state that an update moved furthest. */
export function moversOf(trace: UpdateTrace, side: Side): Movers {
  const [before, next] = [valuesOf(trace, `${side}/before`), valuesOf(trace, `${side}/next`)];
  const moves = Array.from(next, (value, d) => ({ d, square: (value - before[d]) ** 2 }));
  const all = moves.reduce((sum, { square }) => sum + square, 0);
  const most = moves
    .filter(({ square }) => square > 0)
    .sort((a, b) => b.square - a.square || a.d - b.d)
    .slice(0, SHOWN);
  const strips = [stripOf(trace, CELLS[side].reset.of), ...stripsOf(trace, [CELLS[side].next])];
  const written = (what: keyof Mover['of'], d: number): Written => {
    const strip = strips.find(({ symbol }) => symbol === `${side}-${what}`);
    return {
      name: strip?.name ?? what,
      value: strip?.values[d] ?? Number.NaN,
      open: strip?.open?.(d) ?? null,
    };
  };
  return {
    shown: most.map(({ d }) => ({
      d,
      of: {
        before: written('before', d),
        reset: written('reset', d),
        update: written('update', d),
        candidate: written('candidate', d),
        next: written('next', d),
      },
    })),
    share: all > 0 ? most.reduce((sum, { square }) => sum + square, 0) / all : 0,
    dimensions: next.length,
  };
}

/** What an update is seen to do to a state. */
export function movedTitle({ shown, share, dimensions }: Movers, name: string): string {
  const n = shown.length;
  if (n === 0) return `The review leaves all ${dimensions} numbers that stand for ${name} as they were`;
  return `${numberWord(n)} of the ${dimensions} numbers that stand for ${name} ${n === 1 ? 'makes' : 'make'} ${wholePercent(share)} of this move`;
}

/** The last line of the cell, said with its numbers. */
export const mixText = ({ of: { before, update, candidate } }: Mover): string =>
  `${percent(update.value)} of the old ${signed(before.value)} and ${percent(1 - update.value)} of the proposed ${signed(candidate.value)}.`;

/** What is seen of one of them, in a sentence. */
const moverText = (mover: Mover): string =>
  `Dimension ${mover.d}: ${signed(mover.of.before.value)} → ${signed(mover.of.next.value)}, ${mixText(mover)}`;

export const moversSummary = ({ shown }: Movers): string =>
  shown.length === 0
    ? 'No dimension moved.'
    : `${plural(shown.length, 'dimension')}. ${shown.map(moverText).join(' ')}`;
