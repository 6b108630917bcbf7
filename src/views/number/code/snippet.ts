import { DIALECTS, type Dialect, type DialectName } from '../../../engine/equations';
import type { OpenedNumber, Summand } from '../../../engine/openedNumber';
import { literal, numbers } from '../../code/literal';
import { type Noun, PEOPLE } from '../../shared/useKind';
import { numberWords } from '../words';
import { type Group, groupsOf, placed } from './groups';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A program that works a number out from its operands as shown, prints it, and fails unless it is the number shown. */
export function snippetOf(opened: OpenedNumber, name: DialectName, who: Noun = PEOPLE): string {
  const dialect = DIALECTS[name];
  const unique = uniqueNames();
  // The result is named first, so that it keeps its symbol.
  const result = unique(placed(opened));
  const lines: string[] = [];
  const sum = (terms: readonly Summand[]): string => {
    const groups = groupsOf(terms, who).map((group) => declare(dialect, group, unique, lines));
    return dialect.add(groups);
  };
  const above = sum(opened.terms);
  const below = opened.divisor && sum(opened.divisor);
  lines.push('', dialect.declare('total', above));
  if (below !== null) lines.push(dialect.declare('divisor', below));
  const empty = opened.divisor?.reduce((all, { value }) => all + value, 0) === 0;
  if (empty) lines.push(`${dialect.comment} nothing to divide by, which counts as 0`);
  const quotient =
    below === null
      ? 'total'
      : empty
        ? dialect.multiply(['total', dialect.scalar('0')])
        : dialect.divide('total', 'divisor');
  lines.push(
    dialect.declare(result, opened.outer ? dialect.functions[opened.outer](quotient) : quotient),
    ...dialect.check(result, literal(opened.value)),
  );
  const title = `${dialect.comment} ${oneLine(numberWords(opened.about, who).title)}`;
  return `${[...dialect.head, '', title, ...lines].join('\n')}\n`;
}

/** Declares the columns of a group and returns the expression of its sum. */
function declare(
  { comment, ...dialect }: Dialect,
  { columns }: Group,
  unique: (name: string) => string,
  lines: string[],
): string {
  const alone = columns[0].values.length === 1;
  const factors = columns.map(({ name, apply, values, label }) => {
    const own = unique(name);
    lines.push(`${comment} ${oneLine(label)}${alone ? '' : ', …'}`);
    lines.push(
      dialect.declare(
        own,
        alone ? dialect.scalar(literal(values[0])) : dialect.array(numbers([values.length], values)),
      ),
    );
    return apply === null ? own : dialect.functions[apply](own);
  });
  const product = dialect.multiply(factors);
  return alone ? product : dialect.sum(product);
}

/** Gives every name out once; the second `b` becomes `b_2`. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  };
}
