import { attend } from './attend';
import { check } from './check';
import { lazily, stop } from './question';
import { searchItems, searchPeople } from './search';
import { snapshot } from './snapshot';
import { view } from './view';

/** One experiment at a time. */
const EXPERIMENT = 'experiment';

/** All that may be asked about a data set: the server and the client follow from this table. */
export const questions = {
  check,
  searchPeople,
  searchItems,
  view,
  timeline: lazily(() => import('./screens'), 'timeline'),
  effect: lazily(() => import('./screens'), 'effect'),
  compare: lazily(() => import('./screens'), 'compare'),
  leaveOneOut: lazily(() => import('./screens'), 'leaveOneOut', true),
  stopLeaveOneOut: stop('leaveOneOut'),
  snapshot,
  map: lazily(() => import('./screens'), 'map', true),
  attend,
  recommend: lazily(() => import('./screens'), 'recommend'),
  reasons: lazily(() => import('./screens'), 'reasons'),
  pairs: lazily(() => import('./screens'), 'pairs'),
  standing: lazily(() => import('./screens'), 'standing'),
  others: lazily(() => import('./others'), 'others'),
  ease: lazily(() => import('./others'), 'ease', true),
  stopEase: stop('ease'),
  ownTable: lazily(() => import('./ownTable'), 'ownTable', true),
  spoken: lazily(() => import('./spoken'), 'spoken'),
  sentences: lazily(() => import('./quoted'), 'sentences'),
  quote: lazily(() => import('./quoted'), 'quote'),
  open: lazily(() => import('./inside'), 'open'),
  trace: lazily(() => import('./inside'), 'trace'),
  dimension: lazily(() => import('./inside'), 'dimension'),
  faithfulness: lazily(() => import('./inside'), 'faithfulness'),
  listFall: lazily(() => import('./inside'), 'listFall'),
  evidence: lazily(() => import('./screens'), 'evidence'),
  evaluate: lazily(() => import('./screens'), 'evaluate', true),
  stopEvaluation: stop('evaluate'),
  goalSeek: lazily(() => import('./labs'), 'goalSeek', EXPERIMENT),
  coldStart: lazily(() => import('./labs'), 'coldStart', EXPERIMENT),
  feedbackLoop: lazily(() => import('./labs'), 'feedbackLoop', EXPERIMENT),
  stopExperiment: stop(EXPERIMENT),
};

export type Questions = typeof questions;
