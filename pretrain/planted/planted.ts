import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyCommand, command, readOptions, text, whole } from '../../scripts/options.mjs';
import { checkFolder, type EarlierFolder, jsonOf, replaceFolder } from '../../scripts/replace.mjs';
import { PLANTED_FILES, plantedFiles } from './files';
import { generate } from './generate';
import { summary } from './summary';

const PLANTED = {
  run: 'npm run planted --',
  about: 'Makes up the data set teas: people, teas and whole reviews from tastes that are known.',
  options: {
    out: text(
      'DIR',
      `folder for ${PLANTED_FILES.reviews} (the reviews), ${PLANTED_FILES.items} (facts of the teas) and ${PLANTED_FILES.truth} (what was planted; no model may see it): a new or empty one, or one that holds these files and nothing else`,
      { required: true },
    ),
    seed: whole('N', 'another seed, another world; the result of 1 is kept in pretrain/planted/data', {
      min: 0,
      max: 2 ** 32 - 1,
      default: 1,
    }),
  },
} satisfies AnyCommand;

/** What this command wrote, known by the truth that it planted. */
const EARLIER_WORLD: EarlierFolder = {
  what: 'an earlier result of this command',
  names(folder) {
    try {
      const truth = jsonOf(readFileSync(join(folder, PLANTED_FILES.truth)));
      return truth && typeof truth === 'object' && 'formula' in truth
        ? new Set(Object.values(PLANTED_FILES))
        : null;
    } catch {
      return null;
    }
  },
};

function main(): void {
  const values = readOptions(PLANTED);
  if (!values) return;
  checkFolder('--out', values.out, EARLIER_WORLD);
  const planted = generate(values.seed);
  replaceFolder(values.out, plantedFiles(planted), EARLIER_WORLD);
  console.log(summary(planted));
}

command(main);
