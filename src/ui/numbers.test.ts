import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Where digits are cut for another reason than to be shown. */
const OTHER = [
  'src/ui/curves/scale.ts', // the steps of an axis
  'src/views/code/dialects.ts', // code, in digits that Python reads
  'src/views/saved/KeptList.tsx', // a date
];

it('every number that is shown is written by one formatter', () => {
  const own = ['src/ui', 'src/views', 'src/session', 'src/engine'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing/.test(name))
      .filter((name) =>
        /\.(?:toFixed|toPrecision|toExponential|toLocaleString)\(/.test(readFileSync(name, 'utf8')),
      ),
  );
  expect(own.sort()).toEqual(['src/engine/numbers.ts', ...OTHER].sort());
});
