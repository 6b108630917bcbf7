export interface PlainColor {
  /** `#rrggbb` */
  readonly color: string;
  /** From 0 to 1. */
  readonly alpha: number;
}

const hex = (channel: number): string =>
  Math.round(255 * Math.min(1, Math.max(0, channel)))
    .toString(16)
    .padStart(2, '0');

/** The sRGB transfer function. */
const encoded = (linear: number): number =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;

/** Ottosson, "A perceptual color space for image processing" (2020). */
function fromOklab(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(encoded);
}

/**
 * A computed colour as every reader of SVG knows it: outside of browsers few know `oklab()`, which is what a computed
 * `color-mix()` is. Null for what is no colour, as `none` or `url(#…)`.
 */
export function plainColor(computed: string): PlainColor | null {
  if (/^#[\da-f]{6}$/i.test(computed)) return { color: computed.toLowerCase(), alpha: 1 };
  const [, space, body] = /^(rgb|oklab|color\(srgb)a?[(\s](.*?)\)+$/.exec(computed.trim()) ?? [];
  if (!space) return null;
  const [x, y, z, alpha = 1] = (body.match(/-?[\d.]+(?:e[-+]?\d+)?%?|none/g) ?? []).map((part) =>
    part === 'none' ? 0 : Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1),
  );
  if (z === undefined) return null;
  const channels =
    space === 'oklab' ? fromOklab(x, y, z) : space === 'rgb' ? [x / 255, y / 255, z / 255] : [x, y, z];
  return { color: `#${channels.map(hex).join('')}`, alpha };
}
