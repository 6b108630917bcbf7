import type { ItemSummary, PersonSummary } from '../engine/answers';
import type { Page, SearchRequest } from '../engine/questions/search';
import type { Verb } from './session';

/** Searches are no part of a session: whoever types asks, and drops what comes too late. */
export const searchItems =
  (request: SearchRequest): Verb<Promise<Page<ItemSummary>>> =>
  ({ engine }) =>
    engine.searchItems(request);

export const searchPeople =
  (request: SearchRequest): Verb<Promise<Page<PersonSummary>>> =>
  ({ engine }) =>
    engine.searchPeople(request);
