import type { ItemSummary, Page, PersonSummary, SearchRequest } from '../api';
import type { Catalogue } from './catalogue';
import type { Census } from './census';
import { itemSummary, personSummary } from './summaries';

/** Lower case without accents: "Köstritzer" is found by "kostritzer". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds people and items by the words of a query. The folded texts are made once. */
export class Search {
  private readonly people: readonly string[];
  private readonly items: readonly string[];

  constructor(private readonly catalogue: Catalogue) {
    const { users, items } = catalogue.bundle;
    const facts = Object.values(items.facts);
    this.people = users.id.map((id, k) => fold(`${users.label[k]} ${id}`));
    this.items = items.name.map((name, k) => fold([name, ...facts.map((fact) => fact[k] ?? '')].join(' ')));
  }

  /** People whose description or id holds every word of the query: new ones first, then the most active. */
  findPeople(request: SearchRequest, census: Census): Page<PersonSummary> {
    const { catalogue } = this;
    const texts = [...this.people, ...census.newPeople.map((id) => `${fold(id)} new person`)];
    const summaries = matching(texts, request.query).map((user) => personSummary(catalogue, census, user));
    summaries.sort((a, b) => Number(b.simulated) - Number(a.simulated) || b.interactions - a.interactions);
    return page(summaries, request);
  }

  /** Items whose name or facts hold every word of the query: names that begin with it first, then the most reviewed. */
  findItems(request: SearchRequest, census: Census): Page<ItemSummary> {
    const { catalogue } = this;
    const query = fold(request.query.trim());
    const found = matching(this.items, request.query).map((item) => ({
      starts: query !== '' && this.items[item].startsWith(query),
      summary: itemSummary(catalogue, census, item),
    }));
    found.sort(
      (a, b) => Number(b.starts) - Number(a.starts) || b.summary.interactions - a.summary.interactions,
    );
    return page(
      found.map((one) => one.summary),
      request,
    );
  }
}

function matching(texts: readonly string[], query: string): number[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const rows: number[] = [];
  texts.forEach((text, row) => {
    if (words.every((word) => text.includes(word))) rows.push(row);
  });
  return rows;
}

const page = <T>(rows: readonly T[], { offset, limit }: SearchRequest): Page<T> => ({
  total: rows.length,
  rows: rows.slice(offset, offset + limit),
});
