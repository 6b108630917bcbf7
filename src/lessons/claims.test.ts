import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBundleFolder } from '../../pretrain/bundle-log';
import { createEngine } from '../engine/core/engine';
import { nodeBackends } from '../engine/core/nodeBackends';
import type { Lesson } from './lesson';
import { liveValues } from './live';
import { holds, type Known } from './predicate';
import { readLesson } from './readLesson';

const FOLDER = 'public/lessons';
const lessons = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name): Lesson => {
    const read = readLesson(readFileSync(join(FOLDER, name), 'utf8'));
    if ('problems' in read) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
    return read.lesson;
  });

const engines = new Map<string, Promise<{ engine: ReturnType<typeof createEngine>; aspects: number }>>();
const engineOf = (dataset: string) => {
  const made = async () => {
    const bundle = await readBundleFolder(`public/datasets/${dataset}`);
    const engine = createEngine({ backends: nodeBackends, read: async () => bundle });
    const { dataset: info } = await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
    await engine.replay(() => {});
    return { engine, aspects: info.aspects.length };
  };
  const found = engines.get(dataset) ?? made();
  engines.set(dataset, found);
  return found;
};
afterAll(() => engines.clear());

async function valuesOf(lesson: Lesson): Promise<Readonly<Record<string, Known>>> {
  const { engine, aspects } = await engineOf(lesson.dataset);
  const live = liveValues(engine, lesson, aspects);
  const values: Record<string, Known> = {};
  for (const name of Object.keys(lesson.values)) values[name] = (await live(name)).value;
  return values;
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_, lesson) => {
  it('claims what is true of the model that ships', async () => {
    const values = await valuesOf(lesson);
    if (process.env.SHOW) console.info(lesson.id, values);
    const wrong = lesson.claims
      .filter((claim) => holds(claim, values) !== true)
      .map(({ says, left, is, right, by = 0 }) => {
        const told = (side: typeof left) =>
          typeof side === 'string' ? `${side} = ${values[side]}` : JSON.stringify(side);
        return `${says} (${told(left)} is not ${is} ${told(right)}${by ? ` + ${by}` : ''})`;
      });
    expect(wrong).toEqual([]);
  });
});
