import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataError } from '../../src/data/errors';
import { plantedFiles } from './files';
import { generate } from './generate';
import { summary } from './summary';

const HELP = `Makes up the data set teas: people, teas and whole reviews from tastes that are known.

  npm run planted -- --out DIR [--seed 1]

  --out DIR   folder for teas.jsonl.gz (the reviews), teas.items.json (facts of the teas) and teas.truth.json (what was
              planted; no model may see it)
  --seed N    another seed, another world (default 1, of which the result is kept in pretrain/planted/data)
  --help      this text
`;

function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void console.log(HELP);
  if (!values.out) throw new DataError('options', '', '--out is needed', HELP);
  const seed = Number(values.seed);
  if (!Number.isInteger(seed))
    throw new DataError('options', '--seed', `"${values.seed}" is not a whole number`, 'See --help.');
  const planted = generate(seed);
  mkdirSync(values.out, { recursive: true });
  for (const [name, content] of plantedFiles(planted)) writeFileSync(join(values.out, name), content);
  console.log(summary(planted));
}

try {
  main();
} catch (error) {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
}
