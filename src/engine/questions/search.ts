import type { ItemSummary, PersonSummary } from '../answers';
import type { Catalogue } from '../core/catalogue';
import type { Census } from '../core/census';
import { perGround } from '../core/perGround';
import { foldText, rankOf, type Searched, searched } from '../core/searchText';
import { itemSummary, personLabel, personSummary } from '../core/summaries';
import type { SimulatedLog } from '../simulatedLog';
import { question } from './question';

export interface SearchRequest {
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
  readonly log: SimulatedLog;
}

export interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export const searchPeople = question<SearchRequest, Page<PersonSummary>>({
  answer: (ground, request) => searchOf(ground).findPeople(request, ground.census(request.log)),
});

export const searchItems = question<SearchRequest, Page<ItemSummary>>({
  answer: (ground, request) => searchOf(ground).findItems(request, ground.census(request.log)),
});

const searchOf = perGround(({ catalogue }) => new Search(catalogue));

interface Found<T> {
  readonly rank: number;
  readonly summary: T;
}

/** Finds people and items by the words of a query. The folded texts are made once, when something is first looked for. */
export class Search {
  private people_: readonly Searched[] | null = null;
  private items_: readonly Searched[] | null = null;

  constructor(private readonly catalogue: Catalogue) {}

  private get people(): readonly Searched[] {
    const { users } = this.catalogue.bundle;
    const kinds = Object.values(users.facts);
    this.people_ ??= users.id.map((id, k) =>
      searched(
        [id, users.label[k]],
        kinds.map((fact) => fact[k]),
      ),
    );
    return this.people_;
  }

  private get items(): readonly Searched[] {
    const { items } = this.catalogue.bundle;
    const facts = Object.values(items.facts);
    this.items_ ??= items.name.map((name, k) =>
      searched(
        [name],
        facts.map((fact) => fact[k]),
      ),
    );
    return this.items_;
  }

  /** People whose description or id holds every word of the query, the best match first; among equals new ones, then the most active. */
  findPeople(request: SearchRequest, census: Census): Page<PersonSummary> {
    const { catalogue } = this;
    const own = catalogue.user.count;
    const texts = () => [
      ...this.people,
      ...census.newPeople.map((id, k) => searched([id, personLabel(catalogue, census, own + k)])),
    ];
    const found = matching(own + census.newPeople.length, texts, request.query, (user) =>
      personSummary(catalogue, census, user),
    );
    return page(found, request, (a, b) => Number(b.simulated) - Number(a.simulated));
  }

  /** Items whose name or facts hold every word of the query, the best match of the name first; among equals the most reviewed. */
  findItems(request: SearchRequest, census: Census): Page<ItemSummary> {
    const { catalogue } = this;
    const found = matching(
      catalogue.item.count,
      () => this.items,
      request.query,
      (item) => itemSummary(catalogue, census, item),
    );
    return page(found, request);
  }
}

/** @param texts looked at only where something is looked for */
function matching<T>(
  count: number,
  texts: () => readonly Searched[],
  query: string,
  summaryOf: (row: number) => T,
): readonly Found<T>[] {
  const asked = foldText(query);
  const ranks =
    asked === ''
      ? new Array<number>(count).fill(rankOf(NOTHING, asked) as number)
      : texts().map((text) => rankOf(text, asked));
  return ranks.flatMap((rank, row) => (rank === null ? [] : [{ rank, summary: summaryOf(row) }]));
}

const NOTHING: Searched = { names: [], all: '' };

/** Best rank first, then what `before` says, then the most interactions, then the order of the bundle. */
function page<T extends { readonly interactions: number }>(
  found: readonly Found<T>[],
  { offset, limit }: SearchRequest,
  before: (a: T, b: T) => number = () => 0,
): Page<T> {
  const rows = found
    .toSorted(
      (a, b) =>
        a.rank - b.rank || before(a.summary, b.summary) || b.summary.interactions - a.summary.interactions,
    )
    .slice(offset, offset + limit);
  return { total: found.length, rows: rows.map(({ summary }) => summary) };
}
