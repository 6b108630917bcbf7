import {
  type AnyCommand,
  command,
  file,
  folder,
  readOptions,
  text,
  UsageError,
  whole,
} from '../scripts/options.mjs';
import { checkFile, type EarlierFile, jsonOf, replaceFile } from '../scripts/replace.mjs';
import { DataError } from '../src/data/errors';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import type { Recommended } from '../src/engine/questions/recommend';
import type { LogEntry } from '../src/engine/simulatedLog';
import { readBundleFolder } from './bundle-log';
import { readReviews } from './reviews';

const RECOMMEND = {
  run: 'npm run recommend --',
  about: 'The list of a person of a bundle, or of somebody new, with all terms of each score.',
  options: {
    bundle: folder('DIR', 'folder of the bundle', { required: true }),
    person: text('ID', 'somebody of the bundle'),
    log: file(
      'FILE',
      'reviews of somebody new, in the format of `npm run pretrain`: a text, a rating, both or neither; the field "user" need not be there',
    ),
    top: whole('N', 'length of the list', { min: 1, max: 1_000_000, default: 10 }),
    json: text(
      'FILE',
      'writes the list as JSON. A file that is there is replaced only if it holds such a list',
    ),
  },
  notes: `
A score is a sum: popularity + states + words + what the item's reviews do not speak of. "states" is what is left of the
initial state and what each review brings. The same code runs in the page.`,
} satisfies AnyCommand;

/** A list that this command wrote. */
const EARLIER_LIST: EarlierFile = {
  what: 'an earlier list of this command',
  is: (content) => {
    const rows = jsonOf(content);
    return (
      Array.isArray(rows) && rows.every((row) => row?.item !== undefined && row.popularity !== undefined)
    );
  },
};

/** As the JSON has it: every part of the score, and of the match of the states, by name. */
const partsOf = ({ item, name, choice, initial, reviews, words, notSpokenOf, rating }: Recommended) => ({
  item,
  name,
  score: choice.score,
  popularity: choice.popularity,
  states: choice.states,
  initial,
  reviews: reviews.map((one) => [one.item, one.value]),
  words: words.map((one) => [one.word, one.value]),
  notSpokenOf,
  rating,
});

async function main(): Promise<void> {
  const values = readOptions(RECOMMEND);
  if (!values) return;
  const { person, log: from, json } = values;
  if ((person === undefined) === (from === undefined))
    throw new UsageError('Give --person ID or --log FILE, one of the two. See: npm run recommend -- --help');
  if (json) checkFile('--json', json, EARLIER_LIST, { '--bundle': values.bundle, '--log': from });
  const bundle = await readBundleFolder(values.bundle);
  const { model } = bundle.manifest;
  const rules = { rating: model.rating, aspects: model.aspects, repeats: 'refuse' as const };
  const items = new Set(bundle.items.id);
  const log: LogEntry[] = (from ? readReviews(from, rules, console.error) : []).map((review, k) => {
    if (!items.has(review.item))
      throw new DataError(
        from ?? '',
        `review ${k + 1}`,
        `the bundle has no item "${review.item}"`,
        'Check it.',
      );
    return {
      key: `s${k + 1}`,
      person: 'new-1',
      item: review.item,
      rating: review.rating,
      aspects: model.aspects.map(({ field }) => review.aspects[field] ?? null),
      text: review.text,
    };
  });
  const who = person ?? 'new-1';
  if (person !== undefined && !bundle.users.id.includes(person))
    throw new DataError(values.bundle, 'users.parquet', `nobody has the id "${person}"`, 'Check --person.');

  const engine = createEngine({ backends: nodeBackends, read: async () => bundle });
  await engine.start({ bundleUrl: values.bundle, backend: 'wasm' }, () => {});
  const list = await engine.recommend({ log, at: null, person: who, k: values.top });
  const short = (value: number) => value.toFixed(2);
  for (const [k, one] of list.entries()) {
    const said = one.words.slice(0, 4).map(({ word, value }) => `${word} ${short(value)}`);
    console.log(
      `${String(k + 1).padStart(3)}  ${one.name}\n     ${short(one.choice.score)} = popularity ${short(one.choice.popularity)} + states ${short(one.choice.states)} + words ${short(one.choice.words)} (${said.join(', ')}); rating ${short(one.rating)}`,
    );
  }
  if (json) replaceFile(json, `${JSON.stringify(list.map(partsOf), null, 2)}\n`);
}

command(main);
