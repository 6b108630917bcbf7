import { editsIn, reviewsIn } from '../../engine/edits';
import { namesIn } from '../../engine/newPeople';
import type { EntryProblem, SimulatedLog } from '../../engine/simulatedLog';
import { AXES } from '../../session/link';
import { LOG_SCHEMA } from '../../session/logFile';
import type { Said, SaidKinds } from '../../session/said';
import { count, dayAndTime, listed, megabytes, plural } from '../../ui/format';
import { deathWords, whyWords, wrongWords } from './problemWords';

/*
 * All that the session says of its own accord: of links, of files, of what the browser keeps, and of what the data set does
 * not have.
 */

/** "3 reviews, 1 name and 1 edit" */
export function contentsOf(log: SimulatedLog): string {
  const names = namesIn(log).size;
  const edits = editsIn(log).filter(({ edit }) => edit !== 'name').length;
  const counted = [
    [reviewsIn(log).length, 'review'],
    [names, 'name'],
    [edits, 'edit'],
  ] as const;
  const said = counted.flatMap(([n, what]) => (n > 0 ? [plural(n, what)] : []));
  return listed(said) || 'no reviews';
}

/** "Your 3 reviews and 1 edit are" */
const your = (log: SimulatedLog, one = 'is', many = 'are'): string =>
  `Your ${contentsOf(log)} ${log.length === 1 ? one : many}`;

const MADE = {
  link: 'This link was made',
  file: 'It was made',
  review: 'It was written',
  reviews: 'They were written',
};

const WORDS: { readonly [K in keyof SaidKinds]: (facts: SaidKinds[K]) => string } = {
  restarted: ({ death }) => `The engine was restarted (${deathWords(death)}). Nothing was lost.`,
  'copy-by-hand': ({ url }) => `The browser does not let the page copy. Copy this by hand: ${url}`,
  'no-version': ({ version }) =>
    `The version of this link, “${version}”, is damaged; it is read as one of the first version.`,
  // Not to reload: the address is that of what is shown by then.
  'newer-link': () =>
    'This link was made by a newer version of this page; what this one knows of it is shown. To get the newer page, open the link once more.',
  'no-view': ({ name }) => `This page has no view “${name}”; the first is shown.`,
  'no-times': ({ name }) => `Popularity cannot count “${name}” times here; it counts once.`,
  'no-axes': ({ name }) => `The map has no axes “${name}”; those of ${AXES[0]} are drawn.`,
  'no-part': ({ name }) =>
    `This page has no part “${name}” that could be hidden; all else is as the link says.`,
  'fixed-person': () => 'Your teacher’s link keeps this page to the one it opened with.',
  'fixed-dataset': () =>
    'It was not opened: your teacher’s link keeps this page to one data set. Nothing was changed.',
  'refused-set': ({ why }) => `It was not opened. ${whyWords(why)}`,
  'damaged-number': ({ code }) => `A number in this link, “${code}”, is damaged; the way to it was kept.`,
  'damaged-log': ({ kept, expected }) =>
    kept === 0
      ? 'The reviews in this link are damaged and were left out. What was chosen was kept.'
      : expected === kept
        ? `This link is damaged at its end; all ${kept} of its reviews could be kept.`
        : `This link is damaged: ${expected === null ? kept : `${kept} of ${expected}`} reviews could be kept, the others were left out.`,
  'left-out': ({ problems, total }) => leftOutWords(problems, total),
  'kept-whole': () => 'The whole log is kept in this browser as it was: see “Keep the reviews”.',
  'no-person': ({ id }) => `Nobody here has the id “${id}”, so somebody else is shown.`,
  'no-item': ({ id }) => `No item here has the id “${id}”, so none is chosen.`,
  'no-moment': ({ key }) => `The log has no interaction “${key}”, so the present is shown.`,
  'other-model': ({ made, change }) =>
    change === null
      ? `${MADE[made]} with another version of the model. The reviews were replayed with the present one, so numbers differ.`
      : `${MADE[made]} with an earlier state of this model. The reviews were replayed with the present one; what has changed since: ${change}`,
  'inside-other': ({ held, frozen, numbers }) => {
    const parts = [
      held > 0 && plural(held, 'held dimension'),
      frozen > 0 && plural(frozen, 'frozen gate'),
      numbers && 'the number that was opened',
    ].filter((part) => part !== false);
    return `What was set or opened inside that model means nothing in this one and was left out: ${listed(parts)}.`;
  },
  'unreadable-kept': () => 'Saved reviews were damaged and could not be read.',
  'broken-kept': ({ entries }) => `Saved reviews were damaged; ${count(entries)} entries could be read.`,
  'damaged-kept': ({ problems, total }) => `Saved reviews were damaged: ${leftOutWords(problems, total)}`,
  'kept-unfit': () => 'Kept reviews do not fit this data set.',
  'kept-back': ({ log }) =>
    `${your(log, 'was', 'were')} kept in this browser and ${log.length === 1 ? 'is' : 'are'} back.`,
  'had-here': ({ log }) => `You had ${contentsOf(log)} here; this link shows others.`,
  'kept-here': ({ log, created }) =>
    `${contentsOf(log)} ${log.length === 1 ? 'was' : 'were'} written on this device (${dayAndTime(created)}). If that was you, go on from there.`,
  'none-fits': () => 'None of it fits this data set.',
  back: ({ log }) => `${your(log)} back.`,
  afresh: () => 'Started afresh.',
  stays: ({ log }) => `${your(log, 'stays', 'stay')} in this browser.`,
  forgotten: () => 'Forgotten.',
  'not-kept': ({ full }) =>
    `This browser ${full ? 'has no room left to keep your reviews' : 'does not let the page keep your reviews'}; the link in the address still holds them.`,
  'saved-file': ({ log, name }) => `Saved ${contentsOf(log)} as ${name}.`,
  'opened-file': ({ log, name }) => `Opened ${contentsOf(log)} from “${name}”.`,
  'too-large': ({ name }) => `“${name}” is too large to be a log.`,
  'table-too-large': ({ name, most }) =>
    `“${name}” is larger than ${megabytes(most)}, which is more than this page takes. A model can be trained on all of it: see “Use your own data” among the data sets.`,
  'added-table': ({ name, reviews, people, total }) =>
    `Added ${plural(reviews, 'review')} by ${plural(people, 'person', 'people')} from “${name}”${reviews < total ? `; ${plural(total - reviews, 'row')} of it ${total - reviews === 1 ? 'was' : 'were'} left out` : ''}.`,
  'failed-file': ({ name, why }) => `“${name}” could not be opened: ${why}.`,
  'refused-file': ({ name }) => `“${name}” was not opened.`,
  'other-dataset': ({ name, dataset }) =>
    `“${name}” belongs to the data set “${dataset}”. Open that data set first, then the file.`,
  'no-reviews': ({ name }) => `“${name}” holds no reviews for this page.`,
  'same-reviews': ({ name }) => `“${name}” holds just what is here already.`,
  'broken-file': ({ why }) => `The file is damaged (${why}); what could be read of it was kept.`,
  'no-dataset': () => 'It does not say which data set it belongs to.',
  'no-model': () => 'It does not say which model it was made with.',
  unchanged: () => 'Nothing was changed.',
  'utf-16': () => 'It is saved as UTF-16; save it as UTF-8.',
  'no-log': () => 'It is not a log of this page.',
  'newer-log': ({ schema }) =>
    `It was made by a newer version of this page (schema ${schema}, here ${LOG_SCHEMA}).`,
  'no-schema': () => `It is not a log of this page: field schema is not ${LOG_SCHEMA}.`,
  'no-list': () => 'Its field log is missing or not a list.',
};

/** What is said, one sentence after the other. */
export const saidWords = (said: readonly Said[]): string =>
  said.map((one) => (WORDS[one.is] as (facts: Said) => string)(one)).join(' ');

/** Reasons given in full; more would be a list that nobody reads. */
const REASONS = 12;

/** "entries 2, 5–7 and 9" */
function entriesOf(entries: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === entry) last[1] = entry;
    else runs.push([entry, entry]);
  }
  const named = runs.flatMap(([from, to]) =>
    to - from > 1 ? `${from}–${to}` : from === to ? from : [from, to],
  );
  return `${entries.length === 1 ? 'entry' : 'entries'} ${listed(named.map(String))}`;
}

/**
 * What was left out and why: "3 of 9 entries were left out (entries 2 and 5, rating: is not a number; entry 7, …)." Every
 * entry is named.
 */
function leftOutWords(problems: readonly EntryProblem[], total: number): string {
  const alike = new Map<string, number[]>();
  for (const { entry, field, what } of problems) {
    const reason = `${field && `, ${field}`}: ${wrongWords(what)}`;
    alike.set(reason, [...(alike.get(reason) ?? []), entry + 1]);
  }
  const named = [...alike].slice(0, REASONS).map(([reason, entries]) => `${entriesOf(entries)}${reason}`);
  const others = [...alike].slice(REASONS).flatMap(([, entries]) => entries);
  if (others.length > 0) named.push(`${entriesOf(others.sort((a, b) => a - b))}, for similar reasons`);
  const were = problems.length === 1 ? 'was' : 'were';
  return `${count(problems.length)} of ${count(total)} entries ${were} left out (${named.join('; ')}).`;
}
