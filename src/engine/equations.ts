/** What the page sees of the model: its formulas, which are data. */

export { altered } from '../model/equations/alter';
export { CELLS, type CellEquation } from '../model/equations/cell';
export { CHOICE } from '../model/equations/choice';
export { DIALECTS, type DialectName, heldNames, linesOf } from '../model/equations/code';
export type { Dialect } from '../model/equations/dialect';
export { type Numbers, weightPart } from '../model/equations/evaluate';
export { type Fused, features, NO_TEXT, presence, standardised, TEXT } from '../model/equations/features';
export { nameIn } from '../model/equations/names';
export { scoreOf } from '../model/equations/score';
export { alignedTex, bindingOf, symbolText } from '../model/equations/tex';
export { atEdge, READING } from '../model/equations/text';
export {
  type Equation,
  type FactorFunction,
  FUNCTIONS,
  type Outer,
  type Quantity,
  type What,
} from '../model/equations/tree';
export { isHeld, quantitiesOf, unlike } from '../model/equations/walk';
