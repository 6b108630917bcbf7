import { plural } from '../../ui/format';
import type { Provenance } from './provenance';

/** What stands with a figure or a table wherever it goes. */
export interface Caption {
  readonly title: string;
  /** What is seen, in one sentence; null where the page says none. */
  readonly summary: string | null;
}

/** Digits of the model hash that tell models apart. */
const HASH_DIGITS = 12;

/** Where the numbers come from, in one line. */
export const factsOf = ({ dataset, model, backend, entries, created }: Provenance): string =>
  [
    'DReX Lab',
    dataset.name,
    `model ${model.slice(0, HASH_DIGITS)}`,
    backend,
    entries === 0 ? 'nothing changed here' : `${plural(entries, 'entry', 'entries')} written or changed here`,
    created.slice(0, 10),
  ].join(' · ');

/** The caption as lines of text: title, sentence, remarks, where it comes from, the link. */
export const captionLines = ({ title, summary }: Caption, from: Provenance): string[] => [
  title,
  ...(summary ? [summary] : []),
  ...from.remarks,
  factsOf(from),
  from.link,
];

/** A title as it may stand in a name of a file: small letters, digits and hyphens. */
export function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  // A name that is too long is refused by some disks; a cut word would look like another.
  const short = plain.length > 60 ? plain.slice(0, 61).replace(/-[^-]*$/, '') : plain;
  return short.replace(/^-+|-+$/g, '') || 'untitled';
}

export const fileName = ({ dataset, view }: Provenance, title: string, extension: string): string =>
  `drex-${slug(dataset.id)}-${view}-${slug(title)}.${extension}`;
