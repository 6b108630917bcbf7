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

/** A keyword of a review, with what the review says of it. */
export interface WordWeight {
  readonly word: number;
  /** m_τ(w): more than 0 where the review affirms the word, less where it denies it; see `said.ts`. */
  readonly weight: number;
  /** Its tone, see `tones.ts`; missing: 0. */
  readonly tone?: number;
}

/** One interaction as evidence for the keywords of an entity. */
export interface KeywordSource {
  /** What a word of the interaction counts: its sign in the profile of a person, 1 in that of an item. */
  readonly factor: (word: WordWeight) => number;
  readonly words: readonly WordWeight[];
  /** Rating minus the reviewer's own expected level, in rating units; null without an overall rating. */
  readonly deviation: number | null;
}

export interface Keyword {
  readonly word: number;
  /** k(w), as it stands in the choice score. */
  readonly weight: number;
  /** Mean deviation, tone included, over the mentions, weighted like the mentions, a denied one the other way round; null when none was rated. */
  readonly polarity: number | null;
  /** Which sources mention it and how much of `weight` each brings, largest first. */
  readonly evidence: readonly {
    readonly source: number;
    readonly weight: number;
    /** Whether the source denies the word. */
    readonly denied: boolean;
    /** Tone of the word in the source, see `tones.ts`. */
    readonly tone: number;
  }[];
}

export interface KeywordProfile {
  /** ‖Σ factor·m‖ */
  readonly norm: number;
  /** Furthest from 0 first. */
  readonly keywords: readonly Keyword[];
}

/**
 * Keyword profile of one entity (docs/ARCHITECTURE.md#keyword-weights): for each word Σ_τ factor_τ(w)·m_τ(w), divided by the norm of all
 * of them plus a damping; furthest from 0 first. Empty when nothing was said.
 */
export function keywordProfile(sources: readonly KeywordSource[], damping: number): KeywordProfile {
  const parts = new Map<number, Part[]>();
  sources.forEach(({ factor, words }, source) => {
    for (const one of words) {
      const part = { source, said: one.weight, tone: one.tone ?? 0, times: factor(one) };
      if (part.times === 0) continue;
      const list = parts.get(one.word);
      if (list) list.push(part);
      else parts.set(one.word, [part]);
    }
  });
  const sums = Array.from(parts, ([word, list]) => ({
    word,
    list,
    sum: list.reduce((total, { said, times }) => total + times * said, 0),
  }));
  const norm = Math.hypot(...sums.map(({ sum }) => sum));
  const divisor = norm + damping;
  if (!(divisor > 0)) return { norm, keywords: [] };
  const keywords = sums
    .map(({ word, list, sum }) => ({
      word,
      weight: sum / divisor,
      polarity: polarityOf(list, sources),
      evidence: list
        .map(({ source, said, tone, times }) => ({
          source,
          tone,
          weight: (times * said) / divisor,
          denied: said < 0,
        }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.word - b.word);
  return { norm, keywords };
}

/** What one source says of a word, and how often that counts. */
interface Part {
  readonly source: number;
  readonly said: number;
  readonly tone: number;
  readonly times: number;
}

function polarityOf(list: readonly Part[], sources: readonly KeywordSource[]): number | null {
  let weight = 0;
  let sum = 0;
  for (const { source, said, tone } of list) {
    const { deviation } = sources[source];
    if (deviation === null) continue;
    weight += Math.abs(said);
    sum += said * (deviation + tone);
  }
  return weight > 0 ? sum / weight : null;
}
