/** IEEE 754 half precision, as the float16 quantisation of TensorFlow.js weights stores it (little-endian). */

const bits = new Uint32Array(1);
const value = new Float32Array(bits.buffer);

/** Nearest half (ties to even) of a number; overflow gives infinity. */
export function toHalf(x: number): number {
  value[0] = x;
  const b = bits[0];
  const sign = (b >>> 16) & 0x8000;
  const exponent = (b >>> 23) & 0xff;
  const mantissa = b & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (mantissa ? 0x200 : 0);
  const e = exponent - 112;
  if (e >= 31) return sign | 0x7c00;
  if (e <= 0) {
    if (e < -10) return sign;
    const m = mantissa | 0x800000;
    const shift = 14 - e;
    const half = m >>> shift;
    const rest = m & ((1 << shift) - 1);
    const middle = 1 << (shift - 1);
    return sign | (half + (rest > middle || (rest === middle && half & 1) ? 1 : 0));
  }
  const half = (e << 10) | (mantissa >>> 13);
  const rest = mantissa & 0x1fff;
  // A carry out of the mantissa runs into the exponent, which is what rounding up means there.
  return sign | (half + (rest > 0x1000 || (rest === 0x1000 && half & 1) ? 1 : 0));
}

/** The number a half stands for, exactly. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0x1f) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

export function encodeHalves(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < values.length; k++) view.setUint16(k * 2, toHalf(values[k]), true);
  return bytes;
}

let table: Float32Array | undefined;

/** Decodes little-endian halves; a table of all 65,536 values makes it one look-up each. */
export function decodeHalves(bytes: Uint8Array): Float32Array {
  table ??= Float32Array.from({ length: 65536 }, (_, half) => fromHalf(half));
  const values = new Float32Array(bytes.length >> 1);
  for (let k = 0; k < values.length; k++) values[k] = table[bytes[2 * k] | (bytes[2 * k + 1] << 8)];
  return values;
}
