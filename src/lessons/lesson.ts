import * as z from 'zod/mini';
import { TARGETS } from './targets';

/**
 * A lesson is data: steps that put the page into a state, say something, ask for a prediction and check numbers. What is said
 * may hold live values, `{name}`, each worked out by the engine on the reader’s own machine; what a lesson claims are
 * predicates over them, which `npm test` evaluates on the bundles that ship. A lesson reaches nothing of the page but its
 * {@link TARGETS}, and its text is shown as text.
 */

/** Version of the format that this code reads. */
export const LESSON_VERSION = 1;

/** Names within a lesson. `b17` would name an interaction of the bundle, `new-1` a person. */
const word = z.string().check(z.regex(/^(?!b\d+$)[a-z][a-z0-9-]{0,39}$/));
const text = z.string().check(z.minLength(1), z.maxLength(2000));
const ref = word;

/** A review that the lesson may put into the log, or an edit of it (`engine/simulatedLog.ts`). Its key is its name. */
const entry = z.union([
  z.strictObject({
    /** The lesson’s own person where absent. */
    person: z.optional(z.string()),
    item: z.string(),
    rating: z.optional(z.number()),
    aspects: z.optional(z.array(z.nullable(z.number()))),
    text: z.optional(z.string()),
  }),
  z.looseObject({ edit: z.string() }),
]);

/** Whose list or number, on which log, and when. */
const scene = {
  /** Names of entries, in their order; the bundle’s own log alone where absent. */
  log: z.optional(z.array(ref)),
  /** Key of the interaction just after which it is asked; the present where absent. */
  at: z.optional(z.string()),
  person: z.optional(z.string()),
  /** How many times popularity counts; once where absent, "alone" for popularity alone. */
  times: z.optional(z.union([z.number(), z.literal('alone')])),
};

const sceneOf = z.strictObject(scene);

/** How a number is written: as the page does. */
const WRITTEN = ['whole', 'rating', 'signed', 'hundredths', 'thousandths', 'percent', 'exact'] as const;
const as = z.optional(z.enum(WRITTEN));

/** A field of a number’s reference: itself, or the value of a name. */
const field = z.union([z.string(), z.number(), z.strictObject({ value: ref })]);

/** Of which data set it is asked: the lesson’s where absent. Only steps on that data set may speak of it. */
const on = { dataset: z.optional(word) };

/** Whose list stands beside DReX’s: what many like, or another recommender’s (`engine/questions/others.ts`). */
export const OTHERS = ['crowd', 'neighbours', 'bias'] as const;

/** What can be asked of the model, each by a question that the page asks as well. */
const liveValue = z.discriminatedUnion('is', [
  /** Any number that opens (`engine/openedNumber.ts: NUMBERS`): a term of a score, a gate, a word’s weight. */
  z.strictObject({ is: z.literal('number'), number: z.record(z.string(), field), as, ...on, ...scene }),
  /** Place of an item in the list; of everyone’s with `by: "crowd"`. */
  z.strictObject({
    is: z.literal('rank'),
    item: z.string(),
    by: z.optional(z.literal('crowd')),
    ...on,
    ...scene,
  }),
  /** Name of the item at a place of the list, from 1; of another list with `by`. */
  z.strictObject({
    is: z.literal('first'),
    place: z.int().check(z.positive()),
    by: z.optional(z.enum(OTHERS)),
    ...on,
    ...scene,
  }),
  /** How many of the first ten places hold another item. */
  z.strictObject({ is: z.literal('changed'), from: sceneOf, to: sceneOf, ...on }),
  /** How many of the first ten of one list are not among those of the other. */
  z.strictObject({ is: z.literal('differ'), from: sceneOf, to: sceneOf, ...on }),
  /** How many of the first ten are among the first ten of another list. */
  z.strictObject({ is: z.literal('shared-with'), other: z.enum(OTHERS), ...on, ...scene }),
  /** Reviews of an item. */
  z.strictObject({ is: z.literal('reviews'), item: z.string(), ...on, ...scene }),
  /**
   * Of what a person is remembered by: how many reviews, how few of them hold half of it, the share of one, and how much is
   * left of the beginning.
   */
  z.strictObject({
    is: z.literal('memory'),
    what: z.enum(['reviews', 'half', 'share', 'initial']),
    /** Of which review the share is asked. */
    key: z.optional(z.string()),
    as,
    ...on,
    ...scene,
  }),
  /** The dimension of a state that an interaction moved most (place 1), or next to most. */
  z.strictObject({
    is: z.literal('mover'),
    key: z.string(),
    side: z.enum(['user', 'item']),
    place: z.int().check(z.positive()),
    ...on,
    ...scene,
  }),
  /** The word of a review with the most attention; by change, the one without which the predicted rating changes most. */
  z.strictObject({
    is: z.literal('heaviest-word'),
    key: z.string(),
    by: z.enum(['attention', 'change']),
    ...on,
    ...scene,
  }),
  /** Rank correlation, over the words of a review, of the attention with what the rating changes without each. */
  z.strictObject({ is: z.literal('agreement'), key: z.string(), as, ...on, ...scene }),
  /** Where a word stands in a review, from 0, as numbers of words are named. */
  z.strictObject({ is: z.literal('word-place'), key: z.string(), word: z.string(), ...on, ...scene }),
  /** What became of a list after rounds of taking the first. */
  z.strictObject({
    is: z.literal('loop'),
    what: z.enum(['coverage', 'diversity', 'drift', 'top', 'words', 'rating']),
    rounds: z.int().check(z.positive(), z.lte(30)),
    /** After all rounds where absent; else before the first, or after as many rounds if nothing were fed back. */
    when: z.optional(z.enum(['start', 'still'])),
    gives: z.optional(z.enum(['predicted', 'top'])),
    as,
    ...on,
    ...scene,
  }),
  /** A figure of the evidence that ships. */
  z.strictObject({ is: z.literal('evidence'), model: z.string(), metric: z.string(), as, ...on }),
  /** Of the same: over the words of many reviews, how a way to weigh words ranks them as masking each does. */
  z.strictObject({ is: z.literal('faithfulness'), method: z.string(), as, ...on }),
  /** Of the same, where the truth is planted: the share of first reasons that name a true cause. */
  z.strictObject({ is: z.literal('true-reasons'), as, ...on }),
  /** The sum of some values, each times a number, and of a number. */
  z.strictObject({
    is: z.literal('sum'),
    of: z.array(z.strictObject({ value: ref, times: z.optional(z.number()) })).check(z.minLength(1)),
    plus: z.optional(z.number()),
    as,
  }),
  z.strictObject({ is: z.literal('product'), of: z.array(ref).check(z.minLength(2)), as }),
]);

export const COMPARED = ['<', '<=', '=', '>=', '>', 'is', 'is not'] as const;

/** `left is right + by`; a side is the name of a value, a number, or a text. */
const operand = z.union([ref, z.number(), z.strictObject({ text })]);
const predicate = {
  left: operand,
  is: z.enum(COMPARED),
  right: operand,
  by: z.optional(z.number()),
};

/** A statement of the lesson that could be false, and what makes it true. */
const claim = z.strictObject({ says: text, ...predicate });

const paragraphs = z.array(text);

/** What is asked before the model answers. */
const ask = z.discriminatedUnion('kind', [
  /** One of several; an option holds where its predicate does, and more than one may. */
  z.strictObject({
    kind: z.literal('choice'),
    question: text,
    options: z.array(z.strictObject({ text, holds: z.strictObject(predicate) })).check(z.minLength(2)),
  }),
  /** Into the order of their values, the greatest first or the least. */
  z.strictObject({
    kind: z.literal('order'),
    question: text,
    first: z.enum(['greatest', 'least']),
    items: z.array(z.strictObject({ text, value: ref })).check(z.minLength(2), z.maxLength(6)),
  }),
  z.strictObject({
    kind: z.literal('number'),
    question: text,
    value: ref,
    min: z.number(),
    max: z.number(),
    step: z.number().check(z.positive()),
    unit: z.optional(text),
  }),
  /** A word of the lesson’s review; the outcome is a word too. */
  z.strictObject({ kind: z.literal('word'), question: text, of: ref, value: ref }),
  /** A point on a line. */
  z.strictObject({
    kind: z.literal('point'),
    question: text,
    value: ref,
    min: z.number(),
    max: z.number(),
    /** What stands at both ends. */
    ends: z.tuple([text, text]),
  }),
]);

/** A number that is worked out on paper. */
const check = z.strictObject({
  label: text,
  value: ref,
  digits: z.optional(z.int().check(z.gte(1), z.lte(6))),
});

const state = z.strictObject({
  view: z.string(),
  log: z.optional(z.array(ref)),
  person: z.optional(z.string()),
  item: z.optional(z.string()),
  at: z.optional(z.string()),
  times: z.optional(z.union([z.number(), z.literal('alone')])),
  /** On a phone, the part of Explore that is shown. */
  panel: z.optional(z.enum(['who', 'profile', 'recommended', 'review'])),
  settings: z.optional(z.record(z.string(), z.string())),
});

const target = z.enum(TARGETS);

const step = z.strictObject({
  id: word,
  title: text,
  /** Another data set than the lesson’s: the page opens it. */
  dataset: z.optional(word),
  state,
  hide: z.optional(z.array(target)),
  light: z.optional(target),
  say: paragraphs.check(z.minLength(1)),
  ask: z.optional(ask),
  /** What is said, shown and lit up once the prediction is committed; at once where nothing is asked. */
  after: z.optional(
    z.strictObject({
      say: paragraphs,
      state: z.optional(state),
      light: z.optional(target),
      hide: z.optional(z.array(target)),
    }),
  ),
  check: z.optional(z.array(check)),
  /** A question that is answered in words. */
  write: z.optional(text),
  /** For the teacher’s plan of the hour. */
  teacher: z.optional(text),
});

export const LEVELS = ['school', 'undergraduate', 'specialist'] as const;

export const lessonSchema = z.strictObject({
  lessonVersion: z.literal(LESSON_VERSION),
  id: word,
  title: text,
  level: z.enum(LEVELS),
  minutes: z.int().check(z.gte(1), z.lte(60)),
  /** In a sentence, what one finds out. */
  about: text,
  dataset: word,
  /** First digits of the hash of the model that it was written for. */
  model: z.string(),
  /** Whose list it is about. */
  person: z.string(),
  entries: z.record(word, entry),
  values: z.record(word, liveValue),
  steps: z.array(step).check(z.minLength(1), z.maxLength(30)),
  claims: z.array(claim),
  /** What one should be able to answer at the end. */
  questions: z.tuple([text, text]),
  read: z.array(z.strictObject({ title: text, url: z.optional(z.url()) })),
});

export type Lesson = z.infer<typeof lessonSchema>;
export type Step = Lesson['steps'][number];
export type StepState = Step['state'];
export type Ask = NonNullable<Step['ask']>;
export type LiveValue = Lesson['values'][string];
export type Claim = Lesson['claims'][number];
export type Predicate = Omit<Claim, 'says'>;
export type Other = (typeof OTHERS)[number];
export type Written = (typeof WRITTEN)[number];
export type Scene = z.infer<typeof sceneOf>;
