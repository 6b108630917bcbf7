import type { Value } from '../../ui/figure/grid';

/**
 * A shown number: a sign of either kind, thousands apart by commas. Null for any other text, and for ids: what begins with
 * a zero too many, or has more digits than a number holds, would lose some.
 */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(/^−/, '-').replace(/^\+/, '');
  if (!/^-?(\d{1,3}(,\d{3})+|0|[1-9]\d*)(\.\d+)?(e[-+−]?\d+)?$/i.test(plain)) return null;
  if (/^-?[\d,]*$/.test(plain) && plain.replace(/\D/g, '').length > 15) return null;
  return Number(plain.replaceAll(',', '').replace('−', '-'));
}

/** Half a unit of the last digit that is shown. */
function halfStep(text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1].length ?? 0;
  const exponent = Number(/e([-+−]?\d+)/i.exec(text)?.[1].replace('−', '-') ?? 0);
  return 0.5 * 10 ** (exponent - decimals);
}

/**
 * The value of a cell that shows `text`. Where it shows a number, `finer` texts (the cell's title, its `data-value`) are
 * taken for it if they round to what is shown, each in turn; what does not is about something else. A percentage becomes a
 * share from 0 to 1.
 */
export function cellValue(text: string, finer: readonly string[]): Value {
  if (text === '' || text === '–') return null;
  const percentage = text.endsWith(' %') ? text.slice(0, -2) : null;
  const coarse = numberIn(percentage ?? text);
  if (coarse === null) return text;
  const whole = percentage === null ? 1 : 100;
  let value = coarse / whole;
  let slack = halfStep(percentage ?? text) / whole;
  for (const one of finer) {
    const candidate = numberIn(one);
    // A little more than half, for what lies in the middle and was rounded in binary.
    if (candidate === null || Math.abs(candidate - value) > 1.001 * slack) continue;
    [value, slack] = [candidate, Math.min(slack, halfStep(one))];
  }
  return value;
}
