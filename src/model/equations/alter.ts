import { type Gate, SIDES, type Side } from '../../vocabulary';
import { unseen } from './cell';
import { type Equation, type Held, type Tree, the } from './tree';
import { rewrite } from './walk';

/** What an alteration of the model does to its equations. */
export interface Altered {
  /** What each gate is held at, dimension by dimension, null where the weights decide; null of a model as trained. */
  readonly held: { readonly [gate in `${Side}/${Gate}`]: Held } | null;
  /** Whether each cell sees the initial state where it would see that of the counterpart. */
  readonly blind: boolean;
}

/** An equation as it is computed: a gate may be held, and a cell blind to its counterpart. */
export function altered({ of, tree }: Equation, { held, blind }: Altered): Equation {
  const side = SIDES.find((one) => of.id.startsWith(`${one}/`));
  const seen = blind && side ? rewrite(tree, (part) => blindTo(side, part)) : tree;
  const at = held?.[of.id as `${Side}/${Gate}`];
  return { of, tree: at?.some((one) => one !== null) ? { is: 'held', axis: 'D', at, tree: seen } : seen };
}

const blindTo = (side: Side, part: Tree): Tree =>
  part.is === 'quantity' && part.of.what.is === 'state' && part.of.what.side !== side
    ? the(unseen(side))
    : part;
