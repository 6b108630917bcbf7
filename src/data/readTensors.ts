import { BundleError } from './errors';
import { decodeHalves } from './float16';
import type { TensorGroup, TensorSpec } from './manifest';
import { join } from './readFiles';
import type { Problem } from './words';

const failed = (file: string, tensor: string | null, problem: Problem, value: number | null = null) =>
  new BundleError({ file, place: tensor === null ? null : { tensor, value }, problem, remedy: 'tensors' });

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/**
 * Cuts the shards of a tensor group into its tensors, as float32.
 * @throws DataError naming the file and the tensor when lengths do not fit or a value is not finite.
 */
export function readTensors(
  group: TensorGroup,
  contents: ReadonlyMap<string, Uint8Array>,
): Map<string, Float32Array> {
  const file = group.paths.join(' + ');
  const bytes = join(group.paths.map((path) => contents.get(path) ?? new Uint8Array()));
  const tensors = new Map<string, Float32Array>();
  let at = 0;
  for (const spec of group.weights) {
    const length = sizeOf(spec.shape) * (spec.quantization ? 2 : 4);
    if (at + length > bytes.length)
      throw failed(file, spec.name, { is: 'ends', at: at + length, bytes: bytes.length });
    tensors.set(spec.name, decode(file, spec, bytes.subarray(at, at + length)));
    at += length;
  }
  if (at !== bytes.length) throw failed(file, null, { is: 'left-over', bytes: bytes.length - at });
  return tensors;
}

function decode(file: string, spec: TensorSpec, bytes: Uint8Array): Float32Array {
  // A copy, since a float32 view must start at a multiple of four bytes.
  const values = spec.quantization ? decodeHalves(bytes) : new Float32Array(bytes.slice().buffer);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw failed(file, spec.name, { is: 'not-finite', value: values[wrong] }, wrong);
  return values;
}

/**
 * The tensor of a name, checked against the shape that it must have.
 * @throws DataError naming the file and the tensor.
 */
export function tensorOf(
  group: TensorGroup,
  tensors: ReadonlyMap<string, Float32Array>,
  name: string,
  shape: readonly number[],
): Float32Array {
  const spec = group.weights.find((one) => one.name === name);
  const values = tensors.get(name);
  const file = group.paths.join(' + ');
  if (!spec || !values) throw failed(file, name, { is: 'missing' });
  if (spec.shape.join() !== shape.join())
    throw failed(file, name, { is: 'shape', found: spec.shape, needed: shape });
  return values;
}
