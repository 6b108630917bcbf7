import {
  dispose,
  mul,
  type NamedTensorMap,
  type Scalar,
  scalar,
  tensor,
  train,
  type Variable,
  variableGrads,
  zerosLike,
} from './tf';

/** One-cycle learning rate: a linear rise over the first `rise` of the steps, then a cosine down to nothing. */
export function oneCycle(step: number, steps: number, peak: number, rise = 0.2): number {
  const at = (step + 0.5) / steps;
  return at < rise
    ? peak * (0.05 + (0.95 * at) / rise)
    : peak * 0.5 * (1 + Math.cos((Math.PI * (at - rise)) / (1 - rise)));
}

/** Plain arrays that resume an {@link Adam} exactly. */
export interface AdamState {
  readonly steps: number;
  readonly moments: Float32Array[];
}

/** Adam with global gradient clipping and a state that can be saved, a thin layer over the stock optimiser. */
export class Adam {
  private readonly adam = train.adam(0.001, 0.9, 0.999, 1e-8);

  constructor(
    private readonly variables: readonly Variable[],
    private readonly clip: number,
  ) {}

  /** One step at the given rate; returns the loss. */
  step(rate: number, loss: () => Scalar): number {
    const { value, grads } = variableGrads(loss, [...this.variables]);
    this.apply(rate, grads);
    const result = value.dataSync()[0];
    dispose([value, grads]);
    if (!Number.isFinite(result))
      throw new Error('Training diverged: the loss is not a number. Lower the learning rate.');
    return result;
  }

  /** One step at the given rate along gradients by name of variable. */
  apply(rate: number, grads: NamedTensorMap): void {
    let squares = 0;
    for (const g of Object.values(grads)) for (const x of g.dataSync()) squares += x * x;
    const scale = Math.min(1, this.clip / (Math.sqrt(squares) + 1e-12));
    const clipped: NamedTensorMap = {};
    for (const v of this.variables) {
      const g = grads[v.name];
      // What the loss does not see stays as it is, and has moments like all others: a resume counts on them.
      clipped[v.name] = !g ? zerosLike(v) : scale < 1 ? mul(g, scale) : g.clone();
    }
    (this.adam as unknown as { learningRate: number }).learningRate = rate;
    this.adam.applyGradients(clipped as never);
    dispose(clipped);
  }

  /** First and second moments of every variable: all that a resume needs beside the number of steps. */
  async moments(): Promise<Float32Array[]> {
    const [, ...saved] = await this.adam.getWeights();
    return saved.map((w) => Float32Array.from(w.tensor.dataSync()));
  }

  async restore(state: AdamState): Promise<void> {
    const shapes = [...this.variables, ...this.variables].map((v) => v.shape);
    const named = state.moments.map((m, k) => ({ name: `moment${k}`, tensor: tensor(m, shapes[k]) }));
    await this.adam.setWeights([{ name: 'iter', tensor: scalar(state.steps, 'int32') }, ...named]);
  }

  /** Frees the moments. */
  dispose(): void {
    this.adam.dispose();
  }
}
