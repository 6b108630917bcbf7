/**
 * Unrolling a GRU splits its final state exactly: h_T = (Π_t z_t) ⊙ h_0 + Σ_τ c_τ with
 * c_τ = (Π_{s>τ} z_s) ⊙ (1 − z_τ) ⊙ n_τ. Plain arithmetic on the trace, in Float64; see
 * docs/ARCHITECTURE.md#what-remains-of-an-interaction.
 */
export interface Contributions {
  /** (Π_t z_t) ⊙ h_0 [D]: what is left of the initial state. */
  readonly initial: Float64Array;
  /** c_τ [steps][D], in the order of the steps. */
  readonly steps: Float64Array[];
}

/**
 * Splits the final state of one entity.
 * @param initial h_0 [D]
 * @param updates z of each step, oldest first, [D] each
 * @param candidates n of each step, oldest first, [D] each
 */
export function contributions(
  initial: ArrayLike<number>,
  updates: readonly ArrayLike<number>[],
  candidates: readonly ArrayLike<number>[],
): Contributions {
  const D = initial.length;
  const remaining = new Float64Array(D).fill(1);
  const steps: Float64Array[] = new Array(updates.length);
  for (let t = updates.length - 1; t >= 0; t--) {
    const z = updates[t];
    const n = candidates[t];
    const c = new Float64Array(D);
    for (let d = 0; d < D; d++) {
      c[d] = remaining[d] * (1 - z[d]) * n[d];
      remaining[d] *= z[d];
    }
    steps[t] = c;
  }
  return { initial: remaining.map((p, d) => p * initial[d]), steps };
}

/** Euclidean norm. */
export function norm(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let d = 0; d < vector.length; d++) squares += vector[d] * vector[d];
  return Math.sqrt(squares);
}

/** A word of a review that may stand in a profile, with what it did there. */
export interface WordWeight {
  readonly word: number;
  /** Share of the effects of all words of the review, summed over the word's places, 0–1; see `effects.ts`. */
  readonly weight: number;
}

/** One interaction as evidence for the keywords of an entity. */
export interface KeywordSource {
  /** ‖c_τ‖: what the interaction still contributes to the entity's state. */
  readonly remaining: number;
  readonly words: readonly WordWeight[];
  /** Rating minus the reviewer's own expected level, in rating units; null without an overall rating. */
  readonly deviation: number | null;
}

export interface Keyword {
  readonly word: number;
  /** Share of the whole profile, 0–1; the shares of all words of an entity sum to 1. */
  readonly weight: number;
  /** Mean deviation over the mentions, weighted like the mentions; null when none was rated. */
  readonly polarity: number | null;
  /** Which sources mention it and how much of `weight` each brings, largest first. */
  readonly evidence: readonly { readonly source: number; readonly weight: number }[];
}

/**
 * Keyword profile of one entity (docs/ARCHITECTURE.md#keyword-weights): for each word Σ_τ ‖c_τ‖·e_τ(word), normalised to 1, heaviest
 * first, where e is the share of the word in the effects of its review: it says more truly than attention which words mattered. It follows the gates: what the GRU forgot fades from it. Empty when nothing was said.
 */
export function keywordProfile(sources: readonly KeywordSource[]): Keyword[] {
  const parts = new Map<number, { source: number; weight: number }[]>();
  let total = 0;
  sources.forEach((source, index) => {
    for (const { word, weight: share } of source.words) {
      const weight = source.remaining * share;
      if (!(weight > 0)) continue;
      total += weight;
      const list = parts.get(word);
      if (list) list.push({ source: index, weight });
      else parts.set(word, [{ source: index, weight }]);
    }
  });
  const profile: Keyword[] = [];
  for (const [word, list] of parts) {
    let weight = 0;
    let rated = 0;
    let deviation = 0;
    for (const part of list) {
      weight += part.weight;
      const d = sources[part.source].deviation;
      if (d === null) continue;
      rated += part.weight;
      deviation += part.weight * d;
    }
    profile.push({
      word,
      weight: weight / total,
      polarity: rated > 0 ? deviation / rated : null,
      evidence: list
        .map((p) => ({ source: p.source, weight: p.weight / total }))
        .sort((a, b) => b.weight - a.weight),
    });
  }
  return profile.sort((a, b) => b.weight - a.weight || a.word - b.word);
}
