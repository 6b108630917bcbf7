import { z } from 'zod';
import { DataError } from '../src/data/errors';
import { readText } from './text-file';

/** In place of a field of the facts: ids are names. */
export const ID = 'id';

const scale = {
  label: z.string().min(1),
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
};
const isScale = ({ min, max }: { min: number; max: number }) => min < max;
const NO_SCALE = { message: 'max must be above min' };

/** Training options that measured better than the defaults on the validation part of this set. */
const trainingSchema = z.strictObject({
  textEpochs: z.int().positive().optional(),
  textRate: z.number().positive().optional(),
  textBatch: z.int().positive().optional(),
  episodes: z.int().positive().optional(),
  rate: z.number().positive().optional(),
  support: z.number().gt(0).lt(1).optional(),
  order: z.enum(['replay', 'interleaved', 'shuffled']).optional(),
  huber: z.number().nonnegative().optional(),
  topics: z.number().nonnegative().optional(),
  topicWords: z.enum(['keywords', 'all']).optional(),
  wordSpace: z.number().nonnegative().optional(),
  product: z.boolean().optional(),
  stateSize: z.int().positive().optional(),
  hiddenSize: z.int().positive().optional(),
  absolute: z.number().min(0).max(1).optional(),
  sentences: z.boolean().optional(),
  /** Words of one review differ in their sign, see `src/model/tones.ts`. */
  tone: z.strictObject({ unit: z.enum(['sentence', 'clause']), gain: z.number().positive() }).optional(),
  /** Of the choice score, see `ChoiceRecipe`. */
  stateDropout: z.number().min(0).lt(1).optional(),
  choosing: z
    .strictObject({
      ratings: z.number().positive(),
      dropout: z.number().min(0).lt(1),
      short: z.number().min(0).max(1),
      others: z.number().min(0).max(1),
      kappa: z.number().nonnegative(),
    })
    .partial()
    .optional(),
});

/** What a review file cannot say of itself: names, words for the page, scales, terms. */
const descriptorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** What is real in it, in a few words beside its name where sets are chosen. */
  about: z.string().min(1).optional(),
  description: z.string(),
  provenance: z.string(),
  planted: z.boolean().default(false),
  /** Whether the terms of the source let whole texts ship, with times and notes: only where this says so do they. */
  shipsTexts: z.boolean().default(false),
  itemNoun: z.strictObject({ one: z.string(), many: z.string() }),
  rating: z.strictObject(scale).refine(isScale, NO_SCALE),
  aspects: z.array(z.strictObject({ field: z.string().min(1), ...scale }).refine(isScale, NO_SCALE)),
  /** Which fields of the items file are facts, and which one is the name (null: the id is shown). */
  itemName: z.string().nullable(),
  /** Where there is no name: the facts that a made label starts with. */
  itemLabel: z.array(z.string()).default([]),
  /** How items are named instead, in a sentence that stands where they are listed. */
  unnamed: z.string().min(1).optional(),
  /** Words of names and facts that lost letters in the source, with what they are: only what is certain. */
  spelling: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** What somebody might write, as a hint in the empty review form. */
  example: z.string().default(''),
  /** Words of this domain that say nothing about a person or an item, separated by blanks. */
  stopWords: z.string().default(''),
  itemFacts: z.array(z.strictObject({ field: z.string(), label: z.string() })),
  /** Field of the items file that tells what an item is about, in a sentence or two; ships where texts do. */
  itemNote: z.string().optional(),
  /**
   * Of the users file: which field is the name ("id" where their ids are names; left out: people are described by what they
   * say), which fact says what somebody is called, as "critic" (left out: "person"), and which are facts.
   */
  userName: z.string().optional(),
  userKind: z.string().optional(),
  userFacts: z.array(z.strictObject({ field: z.string(), label: z.string() })).default([]),
  /** With whom and what a first look begins, and what else is worth one: ids. */
  faces: z.strictObject({ person: z.string(), items: z.array(z.string()).min(1) }).optional(),
  /** What to know of the texts that are shown, in a sentence or two. */
  quoted: z.string().optional(),
  training: trainingSchema.default({}),
});

export type Descriptor = z.infer<typeof descriptorSchema>;

/** @throws DataError naming the field that is missing or wrong. */
export function readDescriptor(file: string): Descriptor {
  const text = readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataError(
      file,
      '',
      `it cannot be read as JSON (${(error as Error).message})`,
      'See pretrain/datasets/beers.json.',
    );
  }
  const result = descriptorSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DataError(
    file,
    `field ${issue.path.join('.')}`,
    issue.message,
    'See pretrain/datasets/beers.json.',
  );
}
