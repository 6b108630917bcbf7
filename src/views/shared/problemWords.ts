import { dataWords, problemWords, remedyWords } from '../../data/words';
import type { EngineError } from '../../engine/engineError';
import { LONGEST_NAME } from '../../engine/personName';
import type { Death, Problem, Refusal, Unknown, Wanted, Why } from '../../engine/problem';
import { listed } from '../../ui/format';
import { PART_MISSING } from '../../ui/Part';
import { BACKEND_LABELS, noneWords, outcomeWords } from './backendWords';

const WANTED: Record<Wanted, string> = {
  text: 'text',
  boolean: 'true or false',
  number: 'a number',
  'number-or-null': 'a number or null',
  index: 'a whole number from 0',
  whole: 'a whole number',
  places: 'a number of places',
  list: 'a list',
};

const REFUSALS: Record<Refusal, string> = {
  missing: 'is missing',
  empty: 'is empty',
  'no-entry': 'is neither a review nor an edit',
  'no-edit': 'is not an edit this page knows',
  'no-name': `is not a name: a name is one line of at most ${LONGEST_NAME} letters, without hidden signs`,
  'not-started': 'the engine has not been started',
  'no-test-part': 'this data set has no rated test part',
  'not-measured': 'this was not measured here; press Measure in the Evidence view',
  'words-withheld': 'the words of this review are not known here: its text may not be published',
  'no-words': 'this review has no words',
  'nothing-before': 'nothing happened before this interaction, so there is no moment before it',
  'goal-reviewed': 'it is reviewed already',
  'review-of-goal': 'once it is reviewed, the goal leaves the list',
  'no-rounds': 'needs a key for each round, at least one',
};

const UNKNOWNS: Record<Unknown, (name: string) => string> = {
  'no-person': (id) => `nobody has the id ${id}; people made here are new-1, new-2, …`,
  'not-new': (id) => `${id} is somebody of the data, whose name stays; only new people can be named`,
  'no-item': (id) => `no item has the id ${id}`,
  'no-interaction': (key) => `the log has no interaction ${key}`,
  'no-word': (word) => `the model knows no word ${word}`,
  'no-weight': (name) => `the model has no weight ${name}`,
  'no-number': (name) => `there is no number ${name}`,
  'not-theirs': (key) => `this history has no interaction ${key}`,
  'not-yet': (key) => `the interaction ${key} has not happened yet`,
  'not-in-profile': (word) => `the profile has no word ${word}`,
  'words-unknown': (key) => `the words of the interaction ${key} are not known here`,
  twice: (key) => `${key} occurs twice`,
  'left-out': (key) => `the review ${key}, which it changes, was left out`,
};

/** What is wrong with a value, in words that go on from its name: "is not a number". */
export function wrongWords(problem: Problem): string {
  switch (problem.is) {
    case 'not':
      return `${problem.value ?? ''} is not ${WANTED[problem.a]}`.trim();
    case 'not-among':
      return `${problem.value === undefined ? '' : `“${problem.value}” `}is not ${listed(problem.allowed.map(String), 'disjunction')}`;
    case 'outside':
      return `${problem.value} is outside ${problem.min} to ${problem.max}`;
    case 'no-place':
      return `${problem.index} is not a ${problem.of} from 0 to ${problem.size - 1}`;
    case 'too-few':
      return `needs at least ${problem.least}`;
    case 'values':
      return `needs ${problem.needed} values, null where one is absent`;
    case 'too-many-rounds':
      return `${problem.rounds} rounds need more items than the ${problem.left} not reviewed yet`;
    default:
      return 'name' in problem ? UNKNOWNS[problem.is](`“${problem.name}”`) : REFUSALS[problem.is];
  }
}

/** What became of a worker, as a reason in brackets or after a colon. */
export function deathWords(death: Death): string {
  if (typeof death !== 'string')
    return 'said' in death ? death.said : `the WebGPU device was lost${death.lost && ` (${death.lost})`}`;
  return {
    'not-loaded': 'the worker could not be loaded',
    unreadable: 'a message could not be read',
    closed: 'the engine has been closed',
  }[death];
}

type Facts = Extract<Why, { kind: 'data' }>;

export function whyWords(why: Why): string {
  switch (why.kind) {
    case 'superseded':
      return 'a newer question has taken over';
    case 'closed':
      return deathWords('closed');
    case 'request': {
      const { field, entry, problem } = why;
      const place = entry === null ? field : `entry ${entry + 1} of the log${field && `, ${field}`}`;
      return `${place}: ${wrongWords(problem)}`;
    }
    case 'data':
      return dataWords(why);
    case 'backend':
      return noneWords(why.tried);
    case 'other-backend':
      return `${BACKEND_LABELS[why.name]} ${outcomeWords(why.outcome)}`;
    case 'other-died':
      return `The second engine stopped: ${deathWords(why.death)}`;
    case 'died': {
      const said = deathWords(why.death);
      return why.times > 1 ? `The engine stopped ${why.times} times in a row: ${said}` : said;
    }
    case 'part':
      return PART_MISSING;
    case 'fault':
      return why.message;
  }
}

/** Whether a server has no such file: some answer with a page. */
export const isNotOnServer = ({ is }: Facts['problem']): boolean => is === 'not-there' || is === 'web-page';

/** The same for somebody who knows no file of a data set: what it means and what to do, then what was said of which file. */
export function plainWords(error: EngineError): { readonly said: string; readonly detail: string | null } {
  const { why } = error;
  if (why.kind !== 'data' || !isNotOnServer(why.problem)) return { said: errorWords(error), detail: null };
  return {
    said: `A part of this data set is not on this server. ${remedyWords(why.remedy)}`,
    detail: `${why.file} ${problemWords(why.problem)}.`,
  };
}

/** Why there is no answer; null where there is one. */
export function errorWords(error: EngineError): string;
export function errorWords(error: EngineError | null): string | null;
export function errorWords(error: EngineError | null): string | null {
  return error && whyWords(error.why);
}
