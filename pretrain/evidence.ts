import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnyCommand,
  command,
  flag,
  names,
  readOptions,
  text,
  UsageError,
  whole,
} from '../scripts/options.mjs';
import { checkFile, checkFolder, checkPlace, replaceFile } from '../scripts/replace.mjs';
import { EVIDENCE_FILE, EVIDENCE_VERSION, type Evidence, evidenceSchema } from '../src/data/evidence';
import { MODALITIES } from '../src/vocabulary';
import { bundleHash, EARLIER_BUNDLE, EARLIER_EVIDENCE } from './bundle-folder';
import { readDescriptor } from './descriptor';
import { assemble } from './evidence/assemble';
import type { UnitResult } from './evidence/results';
import { readSet, SETS, type SetId } from './evidence/sets';
import type { UnitRequest } from './evidence/unit';
import { CORE_FORMS, FORMS, formsFor, TRAINED_SHARES, type Unit, unitName } from './evidence/units';
import { sha256 } from './export';
import { clock } from './progress';
import { trainingOf } from './recipe';

const ALL_SETS = Object.keys(SETS) as SetId[];
const FORM_IDS = FORMS.map((form) => form.id);
/** What everything else rests on comes first. */
const KINDS = ['main', 'table', 'details', 'behaviours', 'planted', 'form', 'latest-out', 'missing'] as const;

/** What main measures too, of a bundle that lies there. */
const PARTS_OF_MAIN: ReadonlySet<string> = new Set(['table', 'details']);

const EVIDENCE = {
  run: 'npm run evidence --',
  about: 'Measures everything that the Evidence view shows, and writes the bundles that it is measured on.',
  options: {
    datasets: names('LIST', `of ${ALL_SETS.join(', ')}`, { of: ALL_SETS, default: ALL_SETS }),
    from: text('DIR', 'folder of the review files of the real sets', { default: 'data' }),
    seeds: whole('N', 'seeds of DReX and of the baselines; ablations and curves take the first', {
      min: 1,
      max: 100,
      default: 3,
    }),
    forms: names('LIST', `ablations and trials to train, "-" for none, of ${FORM_IDS.join(', ')}`, {
      of: FORM_IDS,
      none: true,
      default: CORE_FORMS,
    }),
    only: names('LIST', `kinds of work: ${KINDS.join(', ')}`, { of: KINDS, default: KINDS }),
    jobs: whole('N', 'processes at once', { min: 1, max: 64, default: 2 }),
    out: text(
      'DIR',
      'folder of the bundles, one folder a set; an earlier bundle is replaced, anything else is not',
      {
        default: 'public/datasets',
      },
    ),
    cache: text('DIR', 'results of finished work and checkpoints', { default: '.cache/evidence' }),
    fresh: flag('forget finished work'),
    assemble: flag('only put together what is there'),
  },
  notes: `
Kinds: main trains, measures and writes the bundle; table is its part on DReX beside the baselines, of the first seed as the
bundle in --out has it; details is the rest of it, on people and items of whom little is known and on missing modalities;
both are left out where main is asked for. behaviours has simulated people ask, planted holds the
bundle against the planted truth; form, latest-out and missing train anew.
A killed run goes on where it was: finished work is kept by a hash of the data and of all that decides the result. A set
is written whenever its main work or its table is there, with whatever else has been measured by then; without them, what was
measured is added to the evidence of the same model that lies there, of which nothing is forgotten. What was measured on
another model than the bundle's is left out, and the page says of each part that is missing that it is not measured yet.`,
} satisfies AnyCommand;

interface Plan {
  readonly set: SetId;
  readonly unit: Unit;
  /** Of the bundle as it is now, where the unit measures that. */
  readonly result: () => string;
}

async function main(): Promise<void> {
  const values = readOptions(EVIDENCE);
  if (!values) return;
  const { datasets: sets, forms, only, seeds, jobs } = values;
  checkPlace('--cache', values.cache);
  checkPlace('--out', values.out);
  const started = Date.now();

  const all = sets.flatMap((set): Plan[] => {
    const folder = join(values.cache, set);
    mkdirSync(folder, { recursive: true });
    return unitsOf(set, seeds, forms).map((unit) => ({
      set,
      unit,
      result: () =>
        join(
          folder,
          `${unitName(unit)}-${identity(set, values.from)}${ofBundle(unit, values.out, set)}.json`,
        ),
    }));
  });
  const plans = all.filter(
    ({ unit: { kind } }) => only.includes(kind) && (!PARTS_OF_MAIN.has(kind) || !only.includes('main')),
  );
  // The sets take turns, so that each is shown early.
  const waiting = plans
    .filter(({ result }) => values.fresh || !existsSync(result()))
    .sort((a, b) => KINDS.indexOf(a.unit.kind) - KINDS.indexOf(b.unit.kind) || a.unit.seed - b.unit.seed);
  // Hours of work must not end in a refusal.
  if (values.fresh && values.assemble)
    throw new UsageError('--fresh forgets what --assemble puts together: give one of them.');
  for (const { set, unit } of values.assemble ? [] : waiting)
    if (writesBundle(unit))
      checkFolder('--out', join(values.out, set), EARLIER_BUNDLE, {
        '--from': SETS[set].within ? undefined : values.from,
        '--cache': values.cache,
      });
  if (values.fresh) for (const { result } of plans) rmSync(result(), { force: true });
  console.error(`${plans.length} units, ${plans.length - waiting.length} done before`);
  const failures: string[] = [];
  const ready = (plan: Plan): boolean =>
    !measuresBundle(plan.unit) ||
    !plans.some((p) => p.set === plan.set && writesBundle(p.unit) && !existsSync(p.result()));
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
          folders: { cache: join(values.cache, 'checkpoints'), bundle: join(values.out, plan.set) },
          result: plan.result(),
        });
        console.error(`${name}: ${clock(Date.now() - begun)}, ${waiting.length} units to go`);
        write(plan.set, all, values.out, values.from);
      } catch (error) {
        failures.push(name);
        console.error(`${name} failed: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const set of sets) write(set, all, values.out, values.from);
  // What waited for a bundle that was never written.
  if (!values.assemble) failures.push(...waiting.map(({ set, unit }) => `${set} ${unitName(unit)}`));
  console.error(`done in ${clock(Date.now() - started)}`);
  if (failures.length > 0) {
    console.error(`Not measured: ${failures.join(', ')}`);
    process.exitCode = 1;
  }
}

/** The main work of the first seed is what ships. */
const writesBundle = (unit: Unit): boolean => unit.kind === 'main' && unit.seed === 1;

/** What measures the bundle that is there, and so waits until it is written. */
const measuresBundle = ({ kind, seed }: Unit): boolean =>
  kind === 'planted' || (['table', 'details', 'behaviours'].includes(kind) && seed === 1);

/** Names the model that a result speaks of. */
const ofBundle = (unit: Unit, out: string, set: SetId): string =>
  measuresBundle(unit) ? `-${bundleHash(join(out, set))?.slice(0, 10) ?? 'none'}` : '';

/** All work of a data set. */
function unitsOf(set: SetId, seeds: number, forms: readonly string[]): Unit[] {
  const descriptor = readDescriptor(`pretrain/datasets/${set}.json`);
  const { aspects } = descriptor;
  const modalities = MODALITIES.filter((m) => m !== 'aspects' || aspects.length > 0);
  return [
    ...(['main', 'table', 'behaviours'] as const).flatMap((kind) =>
      Array.from({ length: seeds }, (_, k): Unit => ({ kind, seed: k + 1 })),
    ),
    { kind: 'details', seed: 1 },
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

/**
 * Hash of the data, the scales, the recipe and what is measured: results of another one are not taken up. Words for the page
 * do not count.
 */
function identity(set: SetId, from: string): string {
  const key = `${set}:${from}`;
  let found = identities.get(key);
  if (!found) {
    const source = readSet(set, from);
    const { rating, aspects, stopWords } = source.descriptor;
    const recipe = trainingOf(source.descriptor, 0);
    // Stop words decide which words the encoder is asked for.
    const topics = recipe.topics > 0 ? stopWords : null;
    const all = [EVIDENCE_VERSION, source.hash, rating, aspects, topics, recipe];
    found = sha256(Buffer.from(JSON.stringify(all))).slice(0, 10);
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

/** The evidence that lies there, where it is of the model that ships. */
function earlierOf(file: string, modelHash: string): Evidence | null {
  if (!existsSync(file)) return null;
  const read = evidenceSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return read.success && read.data.modelHash === modelHash ? read.data : null;
}

/** Writes the evidence of a set from all results that are there, and keeps what of it was measured elsewhere. */
function write(set: SetId, plans: readonly Plan[], out: string, from: string): void {
  const ships = bundleHash(join(out, set));
  const results = plans
    .filter((p) => p.set === set && existsSync(p.result()))
    .map((p) => JSON.parse(readFileSync(p.result(), 'utf8')) as UnitResult)
    // What was measured of a model that no longer lies there says nothing of the one that does.
    .filter((r) => !('modelHash' in r) || r.modelHash === null || r.modelHash === ships);
  const file = join(out, set, EVIDENCE_FILE);
  const earlier = ships ? earlierOf(file, ships) : null;
  const first = results.some((r) => (r.kind === 'main' || r.kind === 'table') && r.seed === 1);
  if (!first && (!earlier || results.length === 0)) return;
  const relevant = trainingOf(readSet(set, from).descriptor, 0).relevant;
  const evidence = assemble(set, `npm run evidence -- --datasets ${set}`, relevant, results, earlier);
  checkFile('--out', file, EARLIER_EVIDENCE);
  replaceFile(file, `${JSON.stringify(evidence)}\n`);
}

command(main);
