import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundleFolder } from '../pretrain/bundle-log';
import { readDatasetIndex } from '../src/data/datasetIndex';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import type { Lesson } from '../src/lessons/lesson';
import { type Live, liveValues } from '../src/lessons/live';
import { MOST_BYTES } from '../src/lessons/loadLesson';
import { holds } from '../src/lessons/predicate';
import { datasetOf, type LessonProblem, readLesson } from '../src/lessons/readLesson';
import { type Inhabitants, missingSets, setsOf, strangersIn } from '../src/lessons/strangers';
import { problemText } from '../src/views/shared/lessonWords';
import { written } from '../src/views/shared/written';
import { command, folder, readOptions, UsageError } from './options.mjs';

const LESSON = {
  run: 'npm run lesson --',
  about:
    'Reads lesson files as the page does and names by step and field what is not right, with every data set, person, item and review that is not there; with a bundle, works out what they say and whether what they claim is true.',
  usage: 'FILE …',
  options: {
    bundle: folder(
      'DIR',
      'bundle of the data set of the lesson, such as public/datasets/teas; others that a lesson asks are looked for beside it',
    ),
  },
  words: { noun: 'file' },
} as const;

async function engineOf(bundleFolder: string) {
  const bundle = await readBundleFolder(bundleFolder);
  const engine = createEngine({
    backends: nodeBackends,
    read: async () => bundle,
    readOptional: async (url) => readFileSync(url.replace('memory:', `${bundleFolder}/`)),
  });
  const { dataset } = await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
  await engine.replay(() => {});
  return { engine, dataset };
}

/** Where the data sets of this repository are. */
const DATASETS = fileURLToPath(new URL('../public/datasets', import.meta.url));

/** Ids of the data sets that the page has. */
const shippedSets = (): string[] =>
  readDatasetIndex(readFileSync(join(DATASETS, 'index.json'))).map(({ id }) => id);

/**
 * What a lesson speaks of and what is not there: data sets, people, items, reviews.
 * @param bundleFolder the bundle of the lesson’s own data set, which the page need not have
 */
async function notHere(lesson: Lesson, bundleFolder: string | undefined): Promise<LessonProblem[]> {
  const shipped = shippedSets();
  const own = bundleFolder ? [lesson.dataset] : [];
  const known = new Map<string, Inhabitants>();
  for (const id of setsOf(lesson)) {
    if (!shipped.includes(id) && !own.includes(id)) continue;
    const folder = id === lesson.dataset && bundleFolder ? bundleFolder : join(DATASETS, id);
    const { users, items, interactions } = await readBundleFolder(folder);
    known.set(id, {
      people: new Set(users.id),
      items: new Set(items.id),
      interactions: interactions.user.length,
    });
  }
  return [...missingSets(lesson, [...shipped, ...own]), ...strangersIn(lesson, known)];
}

/** Prints what the values of a lesson are, and which claims are true. How many are not, or cannot be told. */
async function tryOut(lesson: Lesson, bundleFolder: string): Promise<number> {
  const names = Object.keys(lesson.values);
  const values = new Map<string, Live>();
  let wrong = 0;
  for (const dataset of new Set(names.map((name) => datasetOf(lesson, name)))) {
    const at = dataset === lesson.dataset ? bundleFolder : join(dirname(bundleFolder), dataset);
    const { engine, dataset: info } = await engineOf(at);
    if (dataset === lesson.dataset && !info.modelHash.startsWith(lesson.model))
      console.log(`  Field model: the bundle has model ${info.modelHash.slice(0, 12)}.`);
    const liveOf = liveValues(engine, lesson, info.aspects.length);
    for (const name of names.filter((one) => datasetOf(lesson, one) === dataset))
      try {
        const live = await liveOf(name);
        values.set(name, live);
        console.log(`  ${name} = ${written(live)}`);
      } catch (error) {
        wrong++;
        console.log(`  ${name} cannot be worked out: ${error instanceof Error ? error.message : error}`);
      }
  }
  const known = Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
  for (const claim of lesson.claims) {
    const is = holds(claim, known);
    if (is !== true) wrong++;
    console.log(`  ${is === null ? '?' : is ? '✓' : '✗'} ${claim.says}`);
  }
  return wrong;
}

async function main(): Promise<void> {
  const values = readOptions(LESSON);
  if (!values) return;
  if (values.words.length === 0) throw new UsageError(`Which file? See: ${LESSON.run} --help`);
  let wrong = 0;
  for (const file of values.words) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new UsageError(`There is no file ${file}.`);
    if (statSync(file).size > MOST_BYTES)
      throw new UsageError(`${file} has more than ${MOST_BYTES / 1000} kB: that is no lesson.`);
    const read = readLesson(readFileSync(file, 'utf8'));
    const problems = 'problems' in read ? read.problems : await notHere(read.lesson, values.bundle);
    const what = 'problems' in read ? 'not as the format asks' : 'as the format asks';
    console.log(`${file}: ${what}${'lesson' in read && problems.length > 0 ? ', but' : ''}`);
    for (const problem of problems) console.log(`  ${problemText(problem)}`);
    wrong += problems.length;
    // What is not there has no values.
    if ('lesson' in read && problems.length === 0 && values.bundle)
      wrong += await tryOut(read.lesson, values.bundle);
  }
  if (wrong > 0) process.exitCode = 1;
}

command(main);
