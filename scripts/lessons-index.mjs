import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options.mjs';
import { checkFile, jsonOf, replaceFile } from './replace.mjs';
import { main, ROOT } from './setup.mjs';

const FOLDER = join(ROOT, 'public/lessons');
const INDEX = 'index.json';

const LESSONS = {
  run: 'npm run lessons --',
  about: 'Writes public/lessons/index.json, the list of lessons: every file in public/lessons.',
  options: {},
};
const EARLIER_INDEX = {
  what: 'an earlier list of lessons',
  is: (content) => Array.isArray(jsonOf(content)?.lessons),
};

/** The order in which they are taught; one that is not here comes after them, by its level and title. */
const ORDER = [
  'everyones-favourites',
  'one-review',
  'reasons-true',
  'inside-one-update',
  'two-histories',
  'remember-and-fade',
  'missing',
  'when-it-fails',
  'the-bubble',
  'attention-effect-truth',
];
const LEVELS = ['school', 'undergraduate', 'specialist'];

const placeOf = ({ id }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/** The entry of a lesson in the list. */
const entryOf = ({ id, title, level, minutes, about, dataset }) => ({
  id,
  title,
  level,
  minutes,
  about,
  dataset,
});

/** @throws Error where the page would look for the lesson in another file, or for a data set that is not there. */
function lessonIn(name) {
  const lesson = jsonOf(readFileSync(join(FOLDER, name)));
  if (`${lesson?.id}.json` !== name)
    throw new Error(
      `public/lessons/${name}: the lesson calls itself "${lesson?.id}". Give the file that name.`,
    );
  for (const dataset of [lesson.dataset, ...lesson.steps.flatMap((step) => step.dataset ?? [])])
    if (!existsSync(join(ROOT, 'public/datasets', dataset, 'manifest.json')))
      throw new Error(`public/lessons/${name}: there is no data set "${dataset}" in public/datasets.`);
  return lesson;
}

/** The list of all lessons, as it should stand in its index.json. */
export function lessonsIndex() {
  const lessons = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== INDEX)
    .map((name) => entryOf(lessonIn(name)))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        (a.title < b.title ? -1 : 1),
    );
  return `${JSON.stringify({ lessons }, null, 2)}\n`;
}

if (process.argv[1]?.endsWith('lessons-index.mjs'))
  main(() => {
    if (!readOptions(LESSONS)) return;
    const target = join(FOLDER, INDEX);
    checkFile('index', target, EARLIER_INDEX);
    replaceFile(target, lessonsIndex());
    console.log('public/lessons/index.json is up to date.');
  });
