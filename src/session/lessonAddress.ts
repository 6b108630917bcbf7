/** What an address says of a lesson. */
export interface AskedLesson {
  readonly id: string;
  /** Id of the step; empty for the first. */
  readonly step: string;
  /** Whoever does it, as the link has it. */
  readonly name: string;
}

/** A longer name in a link is cut. */
export const LONGEST_NAME = 40;

/** The lesson that an address asks for; null where it asks for none. */
export function lessonIn({ search }: Pick<Location, 'search'>): AskedLesson | null {
  const params = new URLSearchParams(search);
  const id = params.get('lesson');
  if (!id) return null;
  return { id, step: params.get('step') ?? '', name: (params.get('name') ?? '').slice(0, LONGEST_NAME) };
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

/** The link of a lesson that is handed out. */
export function lessonAddress(
  base: string,
  { id, dataset, present }: { readonly id: string; readonly dataset: string; readonly present?: boolean },
): string {
  const url = new URL('.', base);
  url.search = new URLSearchParams({ lesson: id, dataset, ...(present && { [PRESENT]: '' }) })
    .toString()
    .replace(/=(?=&|$)/g, '');
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

type OfLesson = { readonly id: string; readonly dataset: string };

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
