import type { DataFacts } from '../data/words';
import type { BackendName, BackendReport, Outcome } from './start';

/** What a value should be. */
export type Wanted = 'text' | 'boolean' | 'number' | 'number-or-null' | 'index' | 'whole' | 'places' | 'list';

/** What is not there where it was looked for by its name, or not to be had. */
export type Unknown =
  | 'no-person'
  /** Only who is made on the page gets another name. */
  | 'not-new'
  | 'no-item'
  | 'no-interaction'
  | 'no-word'
  | 'no-weight'
  | 'no-number'
  | 'not-theirs'
  | 'not-yet'
  | 'not-in-profile'
  | 'words-unknown'
  /** Of a log: a key that another review has, and an edit of a review that was left out. */
  | 'twice'
  | 'left-out';

/** What cannot be asked now, whatever the values. */
export type Refusal =
  | 'missing'
  | 'empty'
  | 'no-entry'
  | 'no-edit'
  | 'no-name'
  | 'not-started'
  | 'no-test-part'
  | 'not-measured'
  | 'words-withheld'
  | 'no-words'
  | 'nothing-before'
  | 'goal-reviewed'
  | 'review-of-goal'
  | 'no-rounds';

/** What is wrong with a value of a request, or of an entry of the log; its words are in views/shared/problemWords.ts. */
export type Problem =
  | { readonly is: Refusal }
  | { readonly is: Unknown; readonly name: string }
  /** The value itself is told where it is a number. */
  | { readonly is: 'not'; readonly a: Wanted; readonly value?: number }
  | { readonly is: 'not-among'; readonly allowed: readonly unknown[]; readonly value?: string }
  | { readonly is: 'outside'; readonly value: number; readonly min: number; readonly max: number }
  | {
      readonly is: 'no-place';
      readonly of: 'dimension' | 'place';
      readonly index: number;
      readonly size: number;
    }
  | { readonly is: 'too-few'; readonly least: number }
  | { readonly is: 'values'; readonly needed: number }
  | { readonly is: 'too-many-rounds'; readonly rounds: number; readonly left: number };

/** Why a worker is no more: what a browser says of an error in it or of a device that it lost, or what became of it. */
export type Death =
  | { readonly said: string }
  | { readonly lost: string }
  | 'not-loaded'
  | 'unreadable'
  | 'closed';

/** How an error begins by which a worker ends itself, as its device is lost: no more than its text comes through. */
export const DEVICE_LOST = 'device-lost:';

/** Why a question has no answer. Errors are told apart by their kind, never by words, which are for reading. */
export type Why =
  /** A newer question, or a stop, has taken over; or the engine has been closed. */
  | { readonly kind: 'superseded' | 'closed' }
  /** It cannot be answered as asked: which field says what of it is wrong, `entry` in which entry of the log. */
  | {
      readonly kind: 'request';
      readonly field: string;
      readonly entry: number | null;
      readonly problem: Problem;
    }
  /** Files of the data set are missing or damaged. */
  | ({ readonly kind: 'data' } & DataFacts)
  /** No backend can run the model here. */
  | { readonly kind: 'backend'; readonly tried: BackendReport['tried'] }
  /** A worker is gone, the last of as many in a row. */
  | { readonly kind: 'died'; readonly death: Death; readonly times: number }
  /** The same of a second engine, on another backend; and what became of that where it does not run. */
  | { readonly kind: 'other-died'; readonly death: Death }
  | { readonly kind: 'other-backend'; readonly name: BackendName; readonly outcome: Outcome }
  /** Code that is loaded when it is first needed did not come. */
  | { readonly kind: 'part' }
  /** Anything else: a fault of the engine itself. */
  | { readonly kind: 'fault'; readonly message: string };
