import { feedbackOf, knownOf, type Rank } from './feedback';
import { type RatedHistory, rowsOfEntity } from './grouped';

export interface ImplicitNeighbourSettings {
  /** The most similar items of each item that speak for it. */
  readonly neighbours: number;
  /** Added to the norms, so that similarities that rest on few people count little. */
  readonly shrinkage: number;
  /** Power of the norm of the item that is ranked: 1 is the cosine, less favours popular items. */
  readonly power: number;
  /** See {@link feedbackOf}. */
  readonly others: number;
}

/** Score of item j for a person: Σ over the person's items i of x_ui·s_ij, with s_ij = ⟨x_i, x_j⟩/(‖x_i‖·‖x_j‖^power + shrinkage). */
export const fitImplicitNeighbours =
  (relevant: number, { neighbours, shrinkage, power, others }: ImplicitNeighbourSettings) =>
  (history: RatedHistory): Rank => {
    const feedback = feedbackOf(history, relevant, others);
    const { weights, users, items } = feedback;
    const I = history.itemCount;
    const norms = new Float64Array(I);
    weights.forEach((weight, row) => {
      norms[history.items[row]] += weight * weight;
    });
    for (let item = 0; item < I; item++) norms[item] = Math.sqrt(norms[item]);
    /** For each item i, the items j that have it among their neighbours, with s_ij. */
    const speaksFor: { item: number; similarity: number }[][] = Array.from({ length: I }, () => []);
    const similarities = new Float64Array(I);
    for (let item = 0; item < I; item++) {
      similarities.fill(0);
      for (const row of rowsOfEntity(items, item))
        for (const other of rowsOfEntity(users, history.users[row]))
          similarities[history.items[other]] += weights[row] * weights[other];
      const near: number[] = [];
      const norm = norms[item] ** power;
      for (let i = 0; i < I; i++) {
        if (i === item || similarities[i] === 0) continue;
        similarities[i] /= norms[i] * norm + shrinkage;
        near.push(i);
      }
      if (near.length > neighbours) near.sort((a, b) => similarities[b] - similarities[a] || a - b);
      for (const i of near.slice(0, neighbours)) speaksFor[i].push({ item, similarity: similarities[i] });
    }
    return (person) => {
      const known = knownOf(feedback, person, relevant, others);
      if (!known) return null;
      const scores = new Float64Array(I);
      known.items.forEach((own, k) => {
        for (const { item, similarity } of speaksFor[own]) scores[item] += known.weights[k] * similarity;
      });
      return scores;
    };
  };
