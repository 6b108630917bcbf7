import { attend } from './attend';
import { check } from './check';
import { compare } from './compare';
import { difference } from './difference';
import { effect } from './effect';
import { evaluate } from './evaluate';
import { evidence } from './evidence';
import { leaveOneOut } from './leaveOneOut';
import { map } from './map';
import { lazily, stop } from './question';
import { searchItems, searchPeople } from './search';
import { snapshot } from './snapshot';
import { timeline } from './timeline';
import { view } from './view';
import { waterfall } from './waterfall';

/** One experiment at a time. */
const EXPERIMENT = 'experiment';

/** All that may be asked about a data set: the server and the client follow from this table. */
export const questions = {
  check,
  searchPeople,
  searchItems,
  view,
  difference,
  timeline,
  effect,
  compare,
  leaveOneOut,
  stopLeaveOneOut: stop('leaveOneOut'),
  waterfall,
  snapshot,
  map,
  attend,
  open: lazily(() => import('./inside'), 'open'),
  trace: lazily(() => import('./inside'), 'trace'),
  dimension: lazily(() => import('./inside'), 'dimension'),
  faithfulness: lazily(() => import('./inside'), 'faithfulness'),
  evidence,
  evaluate,
  stopEvaluation: stop('evaluate'),
  goalSeek: lazily(() => import('./labs'), 'goalSeek', EXPERIMENT),
  coldStart: lazily(() => import('./labs'), 'coldStart', EXPERIMENT),
  feedbackLoop: lazily(() => import('./labs'), 'feedbackLoop', EXPERIMENT),
  stopExperiment: stop(EXPERIMENT),
};

export type Questions = typeof questions;
