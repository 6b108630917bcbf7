import type { Tune } from './baseline';
import { feedbackOf, knownOf, OTHERS } from './feedback';
import { rowsOfEntity } from './grouped';
import { type FitRanker, tuneRanker } from './ranker';

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

const NEIGHBOURS = [5, 10, 20, 50, 100, 200, 400];
const SHRINKAGES = [0, 1, 3, 10, 30, 100, 300];
const POWERS = [0, 0.25, 0.5, 0.75, 1];

/** Score of item j for a person: Σ over the person's items i of x_ui·s_ij, with s_ij = ⟨x_i, x_j⟩/(‖x_i‖·‖x_j‖^power + shrinkage). */
export const fitImplicitNeighbours =
  (relevant: number, { neighbours, shrinkage, power, others }: ImplicitNeighbourSettings): FitRanker =>
  (history) => {
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
    const products = new Float64Array(I);
    for (let item = 0; item < I; item++) {
      products.fill(0);
      for (const row of rowsOfEntity(items, item))
        for (const other of rowsOfEntity(users, history.users[row]))
          products[history.items[other]] += weights[row] * weights[other];
      products[item] = 0;
      const similar = Array.from(products, (product, i) => ({
        item: i,
        similarity: product > 0 ? product / (norms[i] * norms[item] ** power + shrinkage) : 0,
      })).filter(({ similarity }) => similarity > 0);
      similar.sort((a, b) => b.similarity - a.similarity || a.item - b.item);
      for (const { item: i, similarity } of similar.slice(0, neighbours))
        speaksFor[i].push({ item, similarity });
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

/** Item-based k-nearest neighbours on liked and other interactions. */
export const tuneImplicitNeighbours: Tune = (config, train, validation) =>
  tuneRanker(config, train, validation, {
    id: 'item-knn-implicit',
    label: 'implicit item neighbours',
    start: { neighbours: 200, shrinkage: 3, power: 0.25, others: 0.5 },
    grid: { neighbours: NEIGHBOURS, shrinkage: SHRINKAGES, power: POWERS, others: OTHERS },
    words: {
      neighbours: 'neighbours',
      shrinkage: 'shrinkage',
      power: 'power of the norm',
      others: 'weight of what was not liked',
    },
    ranker: (settings) => fitImplicitNeighbours(config.relevant, settings),
  });
