import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../data/manifest';
import { type HashedModel, modelHash } from '../../data/modelHash';
import { stateOf } from '../../data/modelState';
import { readBundle } from '../../data/read';
import { join } from '../../data/readFiles';
import { type Files, manifestOf, seal, sourceOf, syntheticFiles } from './syntheticBundle';

let files: Files;
let manifest: Manifest;
let weights: Uint8Array;
let model: HashedModel;

beforeAll(async () => {
  files = await syntheticFiles();
  manifest = manifestOf(files);
  weights = join(manifest.tensors.weights.paths.map((path) => files.get(path)!));
  const { vocabulary } = await readBundle(sourceOf(files));
  model = { ...manifest, vocabulary, weights };
});

const read = async (changed: object) => readBundle(sourceOf(await seal(new Map(files), changed as Manifest)));

describe('the hash of a model', () => {
  it('is what the writer wrote and the reader finds', async () => {
    expect(await modelHash(model)).toBe(manifest.modelHash);
    expect((await readBundle(sourceOf(files))).manifest.modelHash).toBe(manifest.modelHash);
  });

  it.each<[string, (one: HashedModel) => HashedModel]>([
    ['a weight', (one) => ({ ...one, weights: one.weights.with(7, one.weights[7] ^ 1) })],
    [
      'the name of a weight',
      (one) => ({
        ...one,
        tensors: {
          weights: {
            ...one.tensors.weights,
            weights: one.tensors.weights.weights.map((spec, k) => (k === 1 ? { ...spec, name: 'x' } : spec)),
          },
        },
      }),
    ],
    [
      'a damping',
      (one) => ({ ...one, model: { ...one.model, damping: { ...one.model.damping, scale: 4.5 } } }),
    ],
    ['the mean rating', (one) => ({ ...one, model: { ...one.model, meanRating: 3.40001 } })],
    [
      'the order of two words',
      (one) => ({
        ...one,
        vocabulary: {
          ...one.vocabulary,
          word: one.vocabulary.word.with(2, one.vocabulary.word[3]).with(3, one.vocabulary.word[2]),
        },
      }),
    ],
    [
      'how much a keyword weighs',
      (one) => ({
        ...one,
        vocabulary: {
          ...one.vocabulary,
          idf: one.vocabulary.idf.with(2, 2.5),
        },
      }),
    ],
    ['the tokeniser', (one) => ({ ...one, revisions: { ...one.revisions, tokeniser: 1 } })],
    ['the statistics', (one) => ({ ...one, revisions: { ...one.revisions, statistics: 1 } })],
  ])('changes with %s', async (_, change) => {
    expect(await modelHash(change(model))).not.toBe(manifest.modelHash);
  });

  it('does not hang on labels, nor on the order in which fields are written', async () => {
    const { rating, ...rest } = model.model;
    const { field, ...scale } = rating;
    const turned = { ...rest, rating: { ...scale, label: 'Stars', field } };
    expect(await modelHash({ ...model, model: turned })).toBe(manifest.modelHash);
  });
});

describe('readBundle', () => {
  it('names the field modelHash when it does not fit the model', async () => {
    await expect(read({ ...manifest, modelHash: 'f'.repeat(64) })).rejects.toThrow(
      /^manifest\.json, field modelHash: is ffffffffffff…, and weights, configuration, vocabulary and revisions give/,
    );
    const damping = { ...manifest.model.damping, user: 9 };
    await expect(read({ ...manifest, model: { ...manifest.model, damping } })).rejects.toThrow(
      'field modelHash',
    );
  });

  it.each(['tokeniser', 'statistics'] as const)(
    'refuses a revision of the %s that it does not know',
    async (of) => {
      await expect(read({ ...manifest, revisions: { ...manifest.revisions, [of]: 99 } })).rejects.toThrow(
        `field revisions.${of}: is 99, which this page does not know`,
      );
    },
  );

  it('refuses a bundle of before the choice score, and says what to do', async () => {
    await expect(read({ ...manifest, schemaVersion: 3 as never })).rejects.toThrow(
      'manifest.json, field schemaVersion: is 3, and this page reads version 6. Build the bundle again',
    );
  });

  it('keeps the tokeniser that a bundle was trained with', async () => {
    const revisions = { ...manifest.revisions, tokeniser: 1 };
    const hash = await modelHash({ ...model, revisions });
    const bundle = await read({ ...manifest, revisions, modelHash: hash });
    expect(bundle).toMatchObject({ tokeniser: 1, changedSinceMeasured: null, manifest: { modelHash: hash } });
  });

  it('tells a bundle with figures of earlier statistics for what it is, and its states of before with it', async () => {
    const revisions = { ...manifest.revisions, statistics: 1 };
    const hash = await modelHash({ ...model, revisions });
    const first = { hash: 'a'.repeat(64), change: 'Something else.', test: null };
    const bundle = await read({ ...manifest, revisions, modelHash: hash, earlier: [first] });
    expect(bundle.manifest.modelHash).toBe(manifest.modelHash);
    expect(bundle.manifest.earlier.map((one) => one.hash)).toEqual([first.hash, hash]);
    expect(bundle.manifest.earlier[0].change).toMatch(/^Something else\. A person’s own scale/);
  });
});

describe('stateOf', () => {
  const earlier = { hash: 'b'.repeat(64), change: 'c', test: null };
  const known = { modelHash: 'a'.repeat(64), earlier: [earlier] };
  it.each([
    ['a'.repeat(64), { is: 'same' }],
    ['a'.repeat(12), { is: 'same' }],
    ['b'.repeat(12), { is: 'earlier', earlier }],
    ['b'.repeat(64), { is: 'earlier', earlier }],
    ['c'.repeat(12), { is: 'other' }],
    [`${'a'.repeat(12)}b`, { is: 'other' }],
  ])('knows %s', (hash, state) => {
    expect(stateOf(hash, known)).toEqual(state);
  });
});
