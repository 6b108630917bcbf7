import type { BehaviourRow, Evidence } from '../../engine/questions/evidence';
import { plural } from '../../ui/format';
import { share, shippedRow } from './metrics';

/** What is read of a row: how large something was, or how often the model passed. */
type Part = 'value' | 'passed';

/** One question that simulated people put, as a table: a row a model, a column a form of the question. */
export interface Question {
  readonly key: string;
  readonly title: string;
  readonly told: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly model: string;
    readonly label: string;
    readonly cells: readonly (BehaviourRow[Part] | null)[];
  }[];
  /** What lists drawn by lot would have in each column; null where there is no such thing. */
  readonly chance: readonly (number | null)[] | null;
  /** Why there is no table. */
  readonly none: string | null;
}

interface Plan {
  readonly key: string;
  readonly behaviour: BehaviourRow['behaviour'];
  readonly part: Part;
  readonly title: string;
  readonly told: string;
  /** Head of the column and the form as the evidence names it. */
  readonly columns: readonly (readonly [head: string, variant: string])[];
  readonly none: string;
}

const NO_GROUPS = 'The things in this data set are not sorted into kinds that are large enough to ask this.';
const PLANS: readonly Plan[] = [
  {
    key: 'loved',
    behaviour: 'listening',
    part: 'value',
    title: 'Somebody new loves one kind: how much of the list is of that kind?',
    told: 'The kind is a style, a genre or a planted trait. Higher is better.',
    columns: [
      ['One review', 'loved, 1 review, text and rating'],
      ['Three reviews', 'loved, 3 reviews, text and rating'],
      ['One, text alone', 'loved, 1 review, text alone'],
      ['One, rating alone', 'loved, 1 review, rating alone'],
    ],
    none: NO_GROUPS,
  },
  {
    key: 'hated',
    behaviour: 'listening',
    part: 'value',
    title: 'Somebody new hates one kind: how much of the list is still of that kind?',
    told: 'Lower is better, and above chance is wrong.',
    columns: [
      ['One review', 'hated, 1 review, text and rating'],
      ['Three reviews', 'hated, 3 reviews, text and rating'],
      ['One, rating alone', 'hated, 1 review, rating alone'],
    ],
    none: NO_GROUPS,
  },
  {
    key: 'no-inversion',
    behaviour: 'no-inversion',
    part: 'value',
    title: 'Is hating one kind the mirror image of loving it?',
    told: 'It should not be. How much of the list is made of the ten things that somebody who loves the kind would be shown last? Above chance is wrong.',
    columns: [
      ['One review', '1 review'],
      ['Three reviews', '3 reviews'],
    ],
    none: NO_GROUPS,
  },
  {
    key: 'direction',
    behaviour: 'direction',
    part: 'passed',
    title: 'Does one review move its neighbours the right way?',
    told: 'Of reviews at the top of the scale, how many do not lower the ten things that are most like the one reviewed; of reviews at the bottom, how many do not raise them. Higher is better; a list that nothing moves, as by popularity, is never wrong here.',
    columns: [
      ['Top, with text', 'top of the scale, first review, text and rating'],
      ['Top, rating alone', 'top of the scale, first review, rating alone'],
      ['Bottom, with text', 'bottom of the scale, first review, text and rating'],
      ['Bottom, rating alone', 'bottom of the scale, first review, rating alone'],
    ],
    none: 'Not measured on this data set yet.',
  },
  {
    key: 'invariance',
    behaviour: 'invariance',
    part: 'passed',
    title: 'Does a sentence about nothing leave the list alone?',
    told: '“It was a Tuesday, I think”, without a rating: how often do at most two of ten places change? Higher is better; a list that nothing moves is never wrong here either.',
    columns: [
      ['Which things', 'which items'],
      ['In which order', 'which items in which order'],
    ],
    none: 'Not measured on this data set yet.',
  },
  {
    key: 'negation',
    behaviour: 'negation',
    part: 'passed',
    title: 'Is “not smoky” understood?',
    told: 'Of the words that somebody denied, how many have the sign of the writer’s true taste in the profile; the same of words said plainly, and how many of these have the sign of a review that says nothing else. Higher is better.',
    columns: [
      ['Denied, that review alone', 'negated, one review'],
      ['Denied, all reviews', 'negated, all reviews'],
      ['Said plainly, all reviews', 'plain, all reviews'],
      ['As if said alone', 'plain, kept'],
    ],
    none: 'True tastes are known only for the made-up teas.',
  },
];

/** What the words of a denied sentence are judged by, whatever the model. */
export const RULE = 'rule';

export function questionsOf(evidence: Evidence): Question[] {
  const rows = (evidence.behaviours ?? []).filter((one) => one.model !== RULE);
  const own = shippedRow(evidence).id;
  const labels = new Map(evidence.models.map(({ id, label }) => [id, label]));
  const models = [...new Set(rows.map((one) => one.model))].sort(
    (a, b) => Number(b === own) - Number(a === own),
  );
  return PLANS.map(({ key, behaviour, part, title, told, columns, none }) => {
    const find = (model: string, variant: string) =>
      rows.find((one) => one.model === model && one.behaviour === behaviour && one.variant === variant);
    const found = models.flatMap((model) => {
      const cells = columns.map(([, variant]) => find(model, variant)?.[part] ?? null);
      return cells.some(Boolean) ? [{ model, label: labels.get(model) ?? model, cells }] : [];
    });
    const chance =
      part === 'value' && found[0]
        ? columns.map(([, variant]) => find(found[0].model, variant)?.chance ?? null)
        : null;
    return {
      key,
      title,
      told,
      heads: columns.map(([head]) => head),
      rows: found,
      chance,
      none: found.length > 0 ? null : none,
    };
  });
}

/** One dot of the first screen: what became of the list of somebody new, beside what lists drawn by lot would have. */
export interface Heard {
  readonly key: string;
  readonly label: string;
  readonly of: BehaviourRow['value'];
  readonly chance: number | null;
}

const LOVED = 'loved, 1 review, text and rating';
const RATED = 'loved, 1 review, rating alone';
const HATED = 'hated, 1 review, text and rating';
const HEARD: readonly (readonly [label: string, variant: string])[] = [
  ['Loved one', LOVED],
  ['Loved three', 'loved, 3 reviews, text and rating'],
  ['Loved one, text alone', 'loved, 1 review, text alone'],
  ['Loved one, rating alone', RATED],
  ['Hated one', HATED],
];
const MOVED: readonly (readonly [label: string, variant: string])[] = [
  ['Top rating and text', 'top of the scale, first review, text and rating'],
  ['Top rating alone', 'top of the scale, first review, rating alone'],
  ['Lowest rating and text', 'bottom of the scale, first review, text and rating'],
  ['Lowest rating alone', 'bottom of the scale, first review, rating alone'],
];

/** How often a sentence about nothing leaves the list alone. */
export const idleOf = (evidence: Evidence): BehaviourRow | undefined =>
  ofDrex(evidence, 'invariance', 'which items');

const ofDrex = (evidence: Evidence, behaviour: BehaviourRow['behaviour'], variant: string) => {
  const own = shippedRow(evidence).id;
  return evidence.behaviours?.find(
    (one) => one.model === own && one.behaviour === behaviour && one.variant === variant,
  );
};

/** Whether the list of somebody new holds what they love; where things have no kinds, whether it moves the right way. */
export function heardOf(evidence: Evidence): { readonly kinds: boolean; readonly rows: readonly Heard[] } {
  const rowsOf = (behaviour: BehaviourRow['behaviour'], part: Part, plan: typeof HEARD): Heard[] =>
    plan.flatMap(([label, variant]) => {
      const row = ofDrex(evidence, behaviour, variant);
      return row ? [{ key: variant, label, of: row[part], chance: row.chance }] : [];
    });
  const kinds = rowsOf('listening', 'value', HEARD);
  return kinds.length > 0
    ? { kinds: true, rows: kinds }
    : { kinds: false, rows: rowsOf('direction', 'passed', MOVED) };
}

/** The finding in words; null where it was not asked. */
export function listensSentence(evidence: Evidence): string | null {
  const [loved, hated, rated] = [LOVED, HATED, RATED].map((one) => ofDrex(evidence, 'listening', one));
  if (!loved || loved.chance === null) {
    const [top, , bottom, alone] = MOVED.map(([, one]) => ofDrex(evidence, 'direction', one));
    if (!top || !bottom) return null;
    const wrong = alone && alone.passed.high < 0.5 ? ` Without words the lowest mostly raises them.` : '';
    return `Nothing here is sorted into kinds. Does a review move the ten things most like it? After a top rating with text they do not fall in ${share(top.passed.value)} of cases, after the lowest do not rise in ${share(bottom.passed.value)}.${wrong}`;
  }
  const { chance } = loved;
  const open = ({ value: { low, high } }: BehaviourRow): boolean => low <= chance && high >= chance;
  const told = (row: BehaviourRow): string =>
    `${share(row.value.value)}${open(row) ? ' (which may be chance)' : ''}`;
  const kind = `Somebody new loves one thing: ${told(loved)} of their list is of its kind`;
  const hates = hated ? `; had they hated it, ${told(hated)}` : '';
  const deaf = rated && open(rated) ? ' A rating without words cannot be told apart from chance.' : '';
  return `${kind}${hates}; by chance, ${share(chance)}.${deaf}`;
}

/** How often a denied word has the sign that its writer meant; null where the true tastes are not known. */
export function deniedSentence(evidence: Evidence): string | null {
  const denied = ofDrex(evidence, 'negation', 'negated, all reviews');
  return denied ? `“Not smoky” is understood in ${share(denied.passed.value)} of cases.` : null;
}

/** How well the rule of negation reads labelled sentences; null where that was not measured. */
export function ruleSentence({ behaviours }: Evidence): string | null {
  const of = (variant: string) =>
    behaviours?.find((one) => one.model === RULE && one.variant === `books, ${variant}`);
  const [denied, plain] = [of('denied'), of('plain')];
  if (!denied || !plain) return null;
  return `The rule that tells what is denied was also tested on ${plural(denied.n + plain.n, 'sentence')} about books of 1905 to 1907, labelled by hand: it sees ${share(denied.passed.value)} of the denied words and leaves ${share(plain.passed.value)} of the others alone.`;
}
