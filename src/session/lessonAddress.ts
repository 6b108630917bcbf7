/** What an address says of a lesson. */
export interface AskedLesson {
  readonly id: string;
  /** Id of the step; empty for the first. */
  readonly step: string;
  /** Whoever does it, as the link has it. */
  readonly name: string;
  /** Ids of the lessons of an hour, in their order; empty where the link is of one alone. */
  readonly hour: readonly string[];
}

/** A longer name in a link is cut. */
export const LONGEST_NAME = 40;

/** The lesson that an address asks for; null where it asks for none. */
export function lessonIn({ search }: Pick<Location, 'search'>): AskedLesson | null {
  const params = new URLSearchParams(search);
  const id = params.get('lesson');
  if (!id) return null;
  return {
    id,
    step: params.get('step') ?? '',
    name: (params.get('name') ?? '').slice(0, LONGEST_NAME),
    hour: (params.get('hour') ?? '').split(',').filter((one) => one !== ''),
  };
}

/** An address with another step, and whatever else is given; the part after # belongs to the step before. */
export function stepAddress(
  address: string,
  given: { readonly step: string; readonly dataset?: string },
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(given)) if (value) url.searchParams.set(name, value);
  url.hash = '';
  return url.href;
}

/** The teacher’s page, which `?teach` opens. */
export const TEACH = 'teach';

/** Whether an address asks for it. */
export const teaches = ({ search }: Pick<Location, 'search'>): boolean =>
  new URLSearchParams(search).has(TEACH);

const PRESENT = 'present';

/** Whether an address asks for a lesson to be shown to a class. */
export const presents = ({ search }: Pick<Location, 'search'>): boolean =>
  new URLSearchParams(search).has(PRESENT);

/** The same address for somebody alone. */
export function withoutPresent(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(PRESENT);
  return url.href;
}

type OfLesson = { readonly id: string; readonly dataset: string };

/** The link of a lesson that is handed out; with `hour`, of the first of several, one after the other. */
export function lessonAddress(
  base: string,
  {
    id,
    dataset,
    present,
    hour = [],
  }: OfLesson & { readonly present?: boolean; readonly hour?: readonly string[] },
): string {
  const url = new URL('.', base);
  url.search = new URLSearchParams({
    lesson: id,
    dataset,
    ...(hour.length > 1 && { hour: hour.join(',') }),
    ...(present && { [PRESENT]: '' }),
  })
    .toString()
    .replace(/%2C/g, ',')
    .replace(/=(?=&|$)/g, '');
  return url.href;
}

/** What stands before and behind the lesson of an address in its hour. */
export function placeInHour({ id, hour }: AskedLesson): {
  readonly before: readonly string[];
  readonly next: string | null;
} {
  const at = hour.indexOf(id);
  return { before: hour.slice(0, Math.max(0, at)), next: at < 0 ? null : (hour[at + 1] ?? null) };
}

/** The same address for another lesson of its hour, from the beginning. It says itself which data set it is about. */
export function otherLessonAddress(address: string, id: string): string {
  const url = new URL(address);
  for (const name of ['step', 'dataset']) url.searchParams.delete(name);
  url.searchParams.set('lesson', id);
  url.search = url.search.replace(/%2C/g, ',').replace(/=(?=&|$)/g, '');
  url.hash = '';
  return url.href;
}

/** The worksheet of a lesson, which `?sheet=…` opens; with `&key` the key to it. */
export const SHEET = 'sheet';

/** The lesson whose worksheet an address asks for, and whether with the answers; null where it asks for none. */
export function sheetIn({
  search,
}: Pick<Location, 'search'>): { readonly id: string; readonly key: boolean } | null {
  const params = new URLSearchParams(search);
  const id = params.get(SHEET);
  return id ? { id, key: params.has('key') } : null;
}

/** An address on this page, of the same backend. */
function ownAddress(base: string, asked: Readonly<Record<string, string>>): string {
  const url = new URL(base);
  const backend = url.searchParams.get('backend');
  const all = new URLSearchParams({ ...asked, ...(backend && { backend }) });
  url.search = all.toString().replace(/=(?=&|$)/g, '');
  url.hash = '';
  return url.href;
}

/** The address of a worksheet, or of the key to it. */
export const sheetAddress = (
  base: string,
  { id, dataset, key }: OfLesson & { readonly key: boolean },
): string => ownAddress(base, { sheet: id, dataset, ...(key && { key: '' }) });

/** The address of a lesson for whoever is here. */
export const ownLessonAddress = (base: string, { id, dataset }: OfLesson): string =>
  ownAddress(base, { lesson: id, dataset });
