import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataError } from '../src/data/errors';
import { EVIDENCE_FILE } from '../src/data/evidence';
import { readDescriptor } from './descriptor';
import { assemble } from './evidence/assemble';
import type { UnitResult } from './evidence/results';
import { readSet, SETS, type SetId } from './evidence/sets';
import type { UnitRequest } from './evidence/unit';
import { FORMS, formsFor, TRAINED_SHARES, type Unit, unitName } from './evidence/units';
import { sha256 } from './export';
import { MODALITIES } from './missing';
import { clock } from './progress';
import { trainingOf } from './train';

const HELP = `Measures everything that the Evidence view shows, and writes the bundles that it is measured on.

  npm run evidence -- [options]

  --datasets LIST   of ${Object.keys(SETS).join(', ')} (default all)
  --from DIR        folder of the review files of the real sets (default data)
  --seeds N         seeds of DReX and of the baselines (default 3); ablations and curves take the first
  --forms LIST      ablations and trials to train (default all; none: "-")
  --only LIST       kinds of work: main, form, missing, latest-out, planted (default all)
  --jobs N          processes at once (default 2)
  --out DIR         folder of the bundles (default public/datasets)
  --cache DIR       results of finished work and checkpoints (default .cache/evidence)
  --fresh           forget finished work
  --assemble        only put together what is there
  --help            this text

A killed run goes on where it was: finished work is kept by a hash of the data and of all that decides the result. A set
is written whenever its main work is there, with whatever else has been measured by then.
`;

interface Plan {
  readonly set: SetId;
  readonly unit: Unit;
  readonly result: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      datasets: { type: 'string', default: Object.keys(SETS).join() },
      from: { type: 'string', default: 'data' },
      seeds: { type: 'string', default: '3' },
      forms: { type: 'string' },
      only: { type: 'string' },
      jobs: { type: 'string', default: '2' },
      out: { type: 'string', default: 'public/datasets' },
      cache: { type: 'string', default: '.cache/evidence' },
      fresh: { type: 'boolean', default: false },
      assemble: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void console.log(HELP);
  const sets = listed(values.datasets, Object.keys(SETS), '--datasets') as SetId[];
  const formIds = FORMS.map((f) => f.id);
  const forms = values.forms === undefined ? formIds : listed(values.forms, formIds, '--forms');
  const kinds = ['main', 'form', 'missing', 'latest-out', 'planted'];
  const only = values.only === undefined ? kinds : listed(values.only, kinds, '--only');
  const [seeds, jobs] = [count(values.seeds, '--seeds'), count(values.jobs, '--jobs')];
  const started = Date.now();

  const plans = sets.flatMap((set): Plan[] => {
    const folder = join(values.cache, set);
    mkdirSync(folder, { recursive: true });
    return unitsOf(set, seeds, forms)
      .filter((unit) => only.includes(unit.kind))
      .map((unit) => ({
        set,
        unit,
        result: join(folder, `${unitName(unit)}-${identity(set, values.from)}.json`),
      }));
  });
  if (values.fresh) for (const { result } of plans) rmSync(result, { force: true });
  // What everything else rests on comes first; the sets take turns, so that each is shown early.
  const order = ['main', 'planted', 'form', 'latest-out', 'missing'];
  const waiting = plans
    .filter(({ result }) => !existsSync(result))
    .sort((a, b) => order.indexOf(a.unit.kind) - order.indexOf(b.unit.kind) || a.unit.seed - b.unit.seed);
  console.error(`${plans.length} units, ${plans.length - waiting.length} done before`);
  const failures: string[] = [];
  const ready = (plan: Plan): boolean =>
    plan.unit.kind !== 'planted' ||
    plans.some(
      (p) => p.set === plan.set && p.unit.kind === 'main' && p.unit.seed === 1 && existsSync(p.result),
    );
  const worker = async (): Promise<void> => {
    while (!values.assemble) {
      const at = waiting.findIndex(ready);
      if (at < 0) return;
      const [plan] = waiting.splice(at, 1);
      const name = `${plan.set} ${unitName(plan.unit)}`;
      const begun = Date.now();
      try {
        await run({
          set: plan.set,
          from: values.from,
          unit: plan.unit,
          place: { cache: join(values.cache, 'checkpoints'), bundle: join(values.out, plan.set) },
          result: plan.result,
        });
        console.error(`${name}: ${clock(Date.now() - begun)}, ${waiting.length} units to go`);
        write(plan.set, plans, values.out, values.from);
      } catch (error) {
        failures.push(name);
        console.error(`${name} failed: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const set of sets) write(set, plans, values.out, values.from);
  console.error(`done in ${clock(Date.now() - started)}`);
  if (failures.length > 0) throw new Error(`Not measured: ${failures.join(', ')}`);
}

/** All work of a data set. */
function unitsOf(set: SetId, seeds: number, forms: readonly string[]): Unit[] {
  const descriptor = readDescriptor(`pretrain/datasets/${set}.json`);
  const { aspects } = descriptor;
  const modalities = MODALITIES.filter((m) => m !== 'aspects' || aspects.length > 0);
  return [
    ...Array.from({ length: seeds }, (_, k): Unit => ({ kind: 'main', seed: k + 1 })),
    ...(SETS[set].planted ? [{ kind: 'planted', seed: 1 } as const] : []),
    ...formsFor({ aspects: aspects.length, recipe: trainingOf(descriptor, 0) }, forms).map(
      ({ id }): Unit => ({ kind: 'form', form: id, seed: 1 }),
    ),
    { kind: 'latest-out', seed: 1 },
    ...modalities.flatMap((modality) =>
      TRAINED_SHARES.map((share): Unit => ({ kind: 'missing', modality, share, seed: 1 })),
    ),
  ];
}

const identities = new Map<string, string>();

/** Hash of the data, the scales and the recipe: results of another one are not taken up. Words for the page do not count. */
function identity(set: SetId, from: string): string {
  const key = `${set}:${from}`;
  let found = identities.get(key);
  if (!found) {
    const source = readSet(set, from);
    const { rating, aspects, stopWords } = source.descriptor;
    const recipe = trainingOf(source.descriptor, 0);
    // Stop words decide which words the encoder is asked for.
    const topics = recipe.topics > 0 ? stopWords : null;
    found = sha256(Buffer.from(JSON.stringify([source.hash, rating, aspects, topics, recipe]))).slice(0, 10);
    identities.set(key, found);
  }
  return found;
}

function run(request: UnitRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'pretrain/evidence/unit.ts', JSON.stringify(request)],
      { maxBuffer: 1 << 26 },
      (error, _, said) => {
        if (!error) return resolve();
        reject(
          new Error(
            said
              .split('\n')
              .filter((line) => line.length < 500)
              .slice(-12)
              .join('\n'),
          ),
        );
      },
    );
  });
}

/** Writes the evidence of a set from all results that are there. */
function write(set: SetId, plans: readonly Plan[], out: string, from: string): void {
  const done = plans.filter((p) => p.set === set && existsSync(p.result));
  const results = done.map((p) => JSON.parse(readFileSync(p.result, 'utf8')) as UnitResult);
  if (!results.some((r) => r.kind === 'main' && r.seed === 1)) return;
  const relevant = trainingOf(readSet(set, from).descriptor, 0).relevant;
  const evidence = assemble(set, `npm run evidence -- --datasets ${set}`, relevant, results);
  writeFileSync(join(out, set, EVIDENCE_FILE), `${JSON.stringify(evidence)}\n`);
}

function listed(text: string, known: readonly string[], option: string): string[] {
  const names = text.split(',').filter((name) => name !== '-');
  const odd = names.find((name) => !known.includes(name));
  if (odd !== undefined)
    throw new DataError('options', option, `"${odd}" is none of ${known.join(', ')}`, 'See --help.');
  return names;
}

function count(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new DataError('options', option, `"${text}" is not a positive whole number`, 'See --help.');
  return value;
}

main().catch((error: unknown) => {
  console.error(error instanceof DataError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
