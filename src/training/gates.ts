/** What a replay has of one side: a row for each interaction, in the order of the t-batches; all row-major. */
export interface SidePass {
  readonly D: number;
  /** Rows of the log. */
  readonly rows: Int32Array;
  /** Rows of the joint state table: users first, items behind them. */
  readonly ids: Int32Array;
  /** h before the interaction [n, D]. */
  readonly before: Float32Array;
  /** r, z, n beside one another [n, 3D]. */
  readonly gates: Float32Array;
  /** W_hn h + b_hn [n, D]: what the reset gate lets through. */
  readonly gated: Float32Array;
}

/**
 * Gates of one side of a t-batch, rows `from` … `to` of the pass, and the states after it.
 * @param input what x_τ and the bias beside it bring, by row of the log [interactions, 3D].
 * @param own products of the own states [B, 6D], of which the first half counts, and the bias beside them [3D].
 * @param counterpart products of the counterparts' states [B, 6D], of which the second half counts.
 */
export function throughGates(
  { D, rows, ids, before, gates, gated }: SidePass,
  states: Float32Array,
  input: Float32Array,
  { products: own, bias }: { readonly products: Float32Array; readonly bias: Float32Array },
  counterpart: Float32Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const i = rows[k] * 3 * D;
    const o = (k - from) * 6 * D;
    const g = k * 3 * D;
    const b = k * D;
    const s = ids[k] * D;
    for (let d = 0; d < D; d++) {
      const r = 1 / (1 + Math.exp(-(input[i + d] + counterpart[o + 3 * D + d] + own[o + d] + bias[d])));
      const z =
        1 / (1 + Math.exp(-(input[i + D + d] + counterpart[o + 4 * D + d] + own[o + D + d] + bias[D + d])));
      const hn = own[o + 2 * D + d] + bias[2 * D + d];
      const n = Math.tanh(input[i + 2 * D + d] + counterpart[o + 5 * D + d] + r * hn);
      gates[g + d] = r;
      gates[g + D + d] = z;
      gates[g + 2 * D + d] = n;
      gated[b + d] = hn;
      states[s + d] = (1 - z) * n + z * before[b + d];
    }
  }
}

/**
 * The way back through one side of a t-batch: `dStates` goes from after it to before it, but for what comes through the
 * products. Gradients of these are written into the first half of `own` and the second of `counterpart` [B, 6D].
 */
export function backThroughGates(
  { D, ids, before, gates, gated }: SidePass,
  dStates: Float32Array,
  own: Float32Array,
  counterpart: Float32Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const s = ids[k] * D;
    const g = k * 3 * D;
    const b = k * D;
    const o = (k - from) * 6 * D;
    for (let d = 0; d < D; d++) {
      const dh = dStates[s + d];
      const r = gates[g + d];
      const z = gates[g + D + d];
      const n = gates[g + 2 * D + d];
      const dn = dh * (1 - z) * (1 - n * n);
      const dz = dh * (before[b + d] - n) * z * (1 - z);
      const dr = dn * gated[b + d] * r * (1 - r);
      own[o + d] = dr;
      own[o + D + d] = dz;
      own[o + 2 * D + d] = dn * r;
      counterpart[o + 3 * D + d] = dr;
      counterpart[o + 4 * D + d] = dz;
      counterpart[o + 5 * D + d] = dn;
      dStates[s + d] = dh * z;
    }
  }
}
