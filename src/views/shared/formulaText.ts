import type { Factor, OpenedNumber } from '../../engine/openedNumber';
import { inWords, OUTERS } from './arithmetic';

/** Operands beyond which nobody works a formula out on paper. */
const MOST_OPERANDS = 6;

const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  tau: 'τ',
  ell: 'ℓ',
};
const RAISED: Readonly<Record<string, string>> = { u: 'ᵘ', i: 'ⁱ', 0: '⁰' };

const lowered = (below: string): string =>
  /^\d+$/.test(below)
    ? below.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)))
    : `[${below}]`;

/** A symbol in TeX as text: `z^{u}_{3}` is zᵘ₃. */
export const plainSymbol = (tex: string): string =>
  tex
    .replace(
      /\\(hat|bar)\s*\{?(\w)\}?/g,
      (_, above, letter) => `${letter}${above === 'hat' ? '\u0302' : '\u0304'}`,
    )
    .replace(/\\[,;]/g, ', ')
    .replace(/\\(?:text|mathrm)\{([^}]*)\}/g, '$1')
    .replace(/\\([a-z]+)/g, (_, name) => SIGNS[name] ?? name)
    .replace(/\^\{([^}]*)\}/g, (_, above) => RAISED[above] ?? above)
    .replace(/_\{([^}]*)\}/g, (_, below) => lowered(below))
    .replace(/[{}]/g, '')
    .replaceAll("'", '′');

/** A formula of few operands as text, and what they are; null where it has too many to be worked out on paper. */
export function onPaper(
  opened: OpenedNumber,
  written: (value: number) => string,
): {
  readonly symbols: string;
  readonly operands: readonly { readonly symbol: string; readonly value: string }[];
} | null {
  const { terms, divisor, outer, symbol } = opened;
  const factors = terms.flatMap((term) => term.factors);
  if (divisor || factors.length < 2 || factors.length > MOST_OPERANDS) return null;
  const nameOf = (factor: Factor): string => {
    const text = inWords(factor, plainSymbol(factor.symbol));
    return factor.apply && terms.some((term) => term.factors.length > 1) ? `(${text})` : text;
  };
  const sum = terms.map((term) => term.factors.map(nameOf).join(' · ')).join(' + ');
  const operands = new Map(
    factors.map(({ symbol: of, value }) => [plainSymbol(of), written(value)] as const),
  );
  return {
    symbols: `${plainSymbol(symbol)} = ${outer ? OUTERS[outer](sum) : sum}`,
    operands: [...operands].map(([name, value]) => ({ symbol: name, value })),
  };
}
