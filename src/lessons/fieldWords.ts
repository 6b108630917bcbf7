import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** A field of a file that is not as the format asks, and what is wrong with it, in plain words. */
export interface WrongField {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

const THINGS: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  tuple: 'a list in square brackets',
  object: 'fields in braces',
  record: 'fields in braces',
};

const thing = (expected: string): string => THINGS[expected] ?? expected;

const listed = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))).join(', ');

const isThere = (json: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>(
    (at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part],
    json,
  ) !== undefined;

/**
 * Says in plain words what the checks of a format found.
 * @param json what was checked
 */
export const wrongFields = (issues: readonly Issue[], json: unknown): WrongField[] =>
  issues.flatMap((issue) => inIssue(issue, json, []));

function inIssue(issue: Issue, json: unknown, above: readonly PropertyKey[]): WrongField[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return inUnion(issue.errors, json, path);
  return [{ path, says: wordsOf(issue, isThere(json, path)) }];
}

/** Of several forms that a field may have, the one that fits best is what was meant. */
function inUnion(
  forms: readonly (readonly Issue[])[],
  json: unknown,
  path: readonly PropertyKey[],
): WrongField[] {
  const alone = forms.every(([first]) => first.code === 'invalid_type' && first.path.length === 0);
  if (alone) {
    const things = forms.map(([first]) => thing('expected' in first ? String(first.expected) : ''));
    const says = isThere(json, path) ? 'has to be' : 'is missing: it has to be';
    return [{ path, says: `${says} ${[...new Set(things)].join(', or ')}` }];
  }
  const strangers = (form: readonly Issue[]) =>
    form.reduce((sum, issue) => sum + ('keys' in issue ? issue.keys.length : 1), 0);
  const [meant] = forms.toSorted((a, b) => strangers(a) - strangers(b));
  return meant.flatMap((issue) => inIssue(issue, json, path));
}

function wordsOf(issue: Issue, there: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${there ? 'has to be' : 'is missing: it has to be'} ${thing(issue.expected)}`;
    case 'invalid_value': {
      const what = issue.values.length === 1 ? listed(issue.values) : `one of ${listed(issue.values)}`;
      return `${there ? 'has to be' : 'is missing: it has to be'} ${what}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      return issue.origin === 'array'
        ? `needs at least ${issue.minimum} of them`
        : `has to be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `is too long: ${issue.maximum} letters at most`;
      return issue.origin === 'array'
        ? `may have ${issue.maximum} of them at most`
        : `has to be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? 'is no address: it begins with https://'
        : 'is no name: small letters, digits and hyphens, a letter first, and not b with a number alone';
    case 'unrecognized_keys':
      return `has what the format does not know: ${listed(issue.keys)}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `has to be one of ${listed(issue.options)}`
        : 'is none of what may stand here';
    default:
      return 'is not as the format asks';
  }
}
