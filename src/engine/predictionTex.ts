/** Which terms the scorer of a model has; a model without own scales takes everybody's ratings to spread alike. */
export interface ScorerTerms {
  readonly scorer: 'full' | 'dot' | 'mlp';
  readonly ownScale: boolean;
}

/** The item's part of a prediction. */
export const itemBiasTex = (ownScale: boolean): string => (ownScale ? String.raw`s_u\,b_i(i)` : 'b_i(i)');

/** A predicted rating as the sum of the terms that a model has, TeX. */
export const predictionTex = ({ scorer, ownScale }: ScorerTerms): string =>
  [
    String.raw`\mu`,
    'b_u(u)',
    itemBiasTex(ownScale),
    ...(scorer === 'mlp' ? [] : [String.raw`\tfrac{\langle P u, i\rangle}{\sqrt D}`]),
    ...(scorer === 'dot' ? [] : [String.raw`w\cdot\mathrm{ReLU}(W_u u + W_i i + b)`]),
  ].join(' + ');
