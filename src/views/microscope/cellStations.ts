import { alignedTex, altered, CELLS, type CellEquation, type Equation, isHeld } from '../../engine/equations';
import type { UpdateTrace } from '../../engine/openedNumber';
import { type Gate, SIDES, type Side } from '../../vocabulary';
import { cellOf, kindIn, type StationView, shapeOf, stripsOf } from './stationParts';

const cell = (side: Side, trace: UpdateTrace): string => `the ${cellOf(side, kindIn(trace)).toLowerCase()}`;

/** The equations of one station as they are computed, of each side. */
const ofSides = (trace: UpdateTrace, of: readonly CellEquation[]): Record<Side, Equation[]> => {
  const equations = (side: Side) => of.map((one) => altered(CELLS[side][one], trace));
  return { user: equations('user'), item: equations('item') };
};

/** TeX, shape and strips of a station of both cells. */
function viewOf(
  trace: UpdateTrace,
  of: readonly CellEquation[],
): Pick<StationView, 'tex' | 'shape' | 'groups'> {
  const equations = ofSides(trace, of);
  const computing = SIDES.filter((side) => !equations[side].every(({ tree }) => isHeld(tree)));
  const where = computing.length === 2 ? 'on each side' : `in ${cell(computing[0] ?? 'user', trace)}`;
  return {
    tex: alignedTex(SIDES.flatMap((side) => equations[side])),
    shape: computing.length === 0 ? null : `${shapeOf(trace, equations[computing[0]])}, ${where}`,
    groups: SIDES.map((side) => ({
      title: cellOf(side, kindIn(trace)),
      strips: stripsOf(trace, equations[side]),
    })),
  };
}

/** That a gate is held, in words. */
function heldSentence(trace: UpdateTrace, side: Side, of: Gate): string[] {
  const equation = altered(CELLS[side][of], trace);
  if (equation.tree.is !== 'held') return [];
  const values = [...new Set(equation.tree.at)];
  if (isHeld(equation.tree))
    return [
      `In ${cell(side, trace)} you hold it${values.length === 1 ? ` at ${values[0]}` : ''}, so the weights have no say there.`,
    ];
  const n = equation.tree.at.filter((value) => value !== null).length;
  return [`In ${cell(side, trace)} you hold ${n === 1 ? 'one dimension' : `${n} dimensions`} of it.`];
}

export const gate = (of: Gate, trace: UpdateTrace): StationView => ({
  title: of === 'reset' ? 'How much of the past may be looked at' : 'How much of the past is kept',
  sentence: [
    of === 'reset'
      ? 'For each dimension the reset gate says how much of the old state the candidate may see: 0 hides it, 1 shows all of it.'
      : 'For each dimension the update gate says how much of the old state stays: 1 keeps it, 0 makes room for the candidate.',
    ...SIDES.flatMap((side) => heldSentence(trace, side, of)),
  ].join(' '),
  ...viewOf(trace, [of]),
});

export const candidate = (trace: UpdateTrace): StationView => ({
  title: 'What the interaction would write',
  sentence:
    'The interaction and the counterpart propose a new value for every dimension; the old state has a say as far as the reset gate lets it.',
  ...viewOf(trace, ['gated', 'candidate']),
});

export const next = (trace: UpdateTrace): StationView => ({
  title: 'Old and new are mixed',
  sentence:
    'Each dimension of the new state lies between the old value and the candidate; the update gate says where.',
  ...viewOf(trace, ['next']),
});
