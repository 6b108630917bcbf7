import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loaded } from '../src/data/bundle';
import { fromHalf, toHalf } from '../src/data/float16';
import { inOrder, keywordOrder } from '../src/data/keywordOrder';
import { EARLIER_VERSION, type Manifest, PACKED_VERSION } from '../src/data/manifest';
import { readBundle, rowsOf } from '../src/data/read';
import { TENSOR_NAMES } from '../src/data/tables';
import { fromPlanes, toPlanes } from '../src/data/unpack';
import { writeTensors } from '../src/data/write';
import { learnWords, makeBrain } from '../src/engine/core/brain';
import { createEngine } from '../src/engine/core/engine';
import { nodeBackends } from '../src/engine/core/nodeBackends';
import { selfCheck } from '../src/engine/core/selfCheck';
import {
  type Files,
  manifestOf,
  seal,
  sourceOf,
  syntheticFiles,
} from '../src/engine/testing/syntheticBundle';
import { startBackend } from '../src/model/testing/backends';
import { packBundle } from './pack';

let plain: Files;
let packed: Files;
let before: Bundle;

const withManifest = (files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Files =>
  new Map([...files, ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest))]]);

beforeAll(async () => {
  await startBackend('wasm');
  plain = await syntheticFiles();
  const manifest = { ...manifestOf(plain), schemaVersion: EARLIER_VERSION } as Manifest;
  const result = await packBundle({ manifest, files: plain });
  packed = withManifest(result.files, result.manifest);
  before = await readBundle(sourceOf(withManifest(plain, manifest)));
});

/** The bundle as version 5 had it, but for the packing of each file: only the embedding of words came later. */
async function ofVersion5(): Promise<Files> {
  const manifest = manifestOf(plain);
  const { embedSize: E } = manifest.model;
  const [embedding, ...others] = manifest.tensors.weights.weights;
  const bytes = plain.get('weights-0.bin') as Uint8Array;
  const cut = 2 * embedding.shape[0] * embedding.shape[1];
  const files: Files = new Map(plain);
  files.set('words-0.bin', bytes.slice(0, cut)).set('weights-0.bin', bytes.slice(cut));
  const words = [...new Set(manifest.selfCheck.words)];
  const table = loaded(before.words);
  const { group, files: states } = writeTensors('states', [
    {
      name: TENSOR_NAMES.users,
      shape: [before.users.id.length, manifest.model.stateSize],
      values: before.userStates,
    },
    {
      name: TENSOR_NAMES.items,
      shape: [before.items.id.length, manifest.model.stateSize],
      values: before.itemStates,
    },
    {
      name: TENSOR_NAMES.checkWords,
      shape: [words.length, E],
      values: Float32Array.from(words.flatMap((id) => [...table.subarray(id * E, (id + 1) * E)])),
    },
  ]);
  for (const [path, content] of states) files.set(path, content);
  return seal(files, {
    ...manifest,
    schemaVersion: PACKED_VERSION,
    tensors: {
      ...manifest.tensors,
      words: { paths: ['words-0.bin'], weights: [embedding] },
      weights: { paths: ['weights-0.bin'], weights: others },
      states: group,
    },
  });
}

const rounded = (values: Float32Array) => values.map((value) => fromHalf(toHalf(value)));

describe('packBundle', () => {
  it('keeps every number, and asks behind the rest for what reads and refines, for people and for the text vectors', async () => {
    const asked: string[] = [];
    const source = sourceOf(packed);
    const after = await readBundle((path, onBytes) => {
      asked.push(path);
      return source(path, onBytes);
    });
    expect(asked).not.toContain('words-0.bin.gzip');
    expect(asked).not.toContain('people-0.bin.gzip');
    expect(after.words.now).toBeNull();
    expect(after.weights.has('user/gru/input_kernel')).toBe(false);
    expect(after.manifest.modelHash).toBe(before.manifest.modelHash);
    expect(after.users).toEqual(before.users);
    expect(after.items).toEqual(before.items);
    expect(after.vocabulary).toEqual(before.vocabulary);
    expect(after.keywords).toEqual(inOrder(before.keywords, keywordOrder(before.vocabulary)));
    const { remainingUser, remainingItem, ...log } = before.interactions;
    const known = after.interactions.remainingUser.filter((value) => !Number.isNaN(value));
    const theirs = rowsOf(log.user, [...after.firstPeople]);
    expect(known).toEqual(rounded(Float32Array.from(theirs, (row) => remainingUser[row])));
    expect(known.length).toBeLessThan(log.user.length);
    expect(await after.people.load()).toEqual(before.userStates);
    expect(after.interactions).toEqual({
      ...log,
      remainingUser: rounded(remainingUser),
      remainingItem: rounded(remainingItem),
    });
    expect(after.userStates).toEqual(before.userStates);
    expect(after.itemStates).toEqual(before.itemStates);
    expect(await after.textVectors.load()).toEqual(await before.textVectors.load());
    expect(await after.words.load()).toEqual(loaded(before.words));
    expect(new Map([...after.weights].sort())).toEqual(new Map([...before.weights].sort()));
    expect((await after.prose?.load())?.texts).toEqual((await before.prose?.load())?.texts);
  });

  it('checks what the first list rests on before the rest is there, and the rest when it has come', async () => {
    const bundle = await readBundle(sourceOf(packed));
    const brain = makeBrain(bundle);
    const early = await selfCheck(brain, bundle);
    expect(early.parts).toEqual({
      attention: null,
      userState: null,
      itemState: null,
      ratings: expect.any(Number),
      choices: expect.any(Number),
    });
    expect(early.largestError).toBeLessThan(1e-5);
    expect(bundle.words.now).toBeNull();
    await learnWords(brain, bundle);
    const whole = await selfCheck(brain, bundle);
    expect(Object.values(whole.parts)).not.toContain(null);
    expect(whole.largestError).toBeLessThan(1e-5);
  });

  it('opens one of version 5, which packs to the very same files', async () => {
    const files = await ofVersion5();
    const bundle = await readBundle(sourceOf(files));
    expect(bundle.words.now).toBeNull();
    expect((await selfCheck(makeBrain(bundle), bundle)).parts.userState).toBeLessThan(1e-5);
    expect(await bundle.words.load()).toEqual(loaded(before.words));
    const again = await packBundle({ manifest: manifestOf(files), files });
    expect(new Map(again.files)).toEqual(new Map([...packed].filter(([path]) => path !== 'manifest.json')));
    expect(again.manifest).toEqual(manifestOf(packed));
  });

  it('shows the list of who is likely to be first without the states of the others, and theirs when they have come', async () => {
    const all = await readBundle(sourceOf(packed));
    const D = all.manifest.model.stateSize;
    // As if there were more people than come first.
    const bundle: Bundle = { ...all, firstPeople: new Set([0]), userStates: all.userStates.slice() };
    bundle.userStates.fill(Number.NaN, D);
    let come = false;
    const people: Bundle['people'] = {
      bytes: 1,
      get now() {
        return come ? bundle.userStates : null;
      },
      load: async () => {
        come = true;
        bundle.userStates.set(before.userStates);
        return bundle.userStates;
      },
    };
    const engine = createEngine({ backends: nodeBackends, read: async () => ({ ...bundle, people }) });
    await engine.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
    const list = async (person: string) => {
      const view = await engine.view({ log: [], person, item: null, k: 4, words: 4 });
      expect(view.source).toBe('stored');
      return view.recommendations.map(({ choice }) => choice.score);
    };
    const whole = createEngine({ backends: nodeBackends, read: async () => before });
    await whole.start({ bundleUrl: 'memory:', backend: 'wasm' }, () => {});
    const expected = async (person: string) =>
      (await whole.view({ log: [], person, item: null, k: 4, words: 4 })).recommendations.map(
        ({ choice }) => choice.score,
      );
    const [ownFirst, other] = [await list('u0'), 'u3'];
    expect(come).toBe(false);
    expect(await list('new-1')).toHaveLength(4);
    expect(come).toBe(false);
    const late = await list(other);
    expect(come).toBe(true);
    for (const [found, known] of [
      [ownFirst, await expected('u0')],
      [late, await expected(other)],
    ])
      found.forEach((score, k) => {
        expect(score).toBeCloseTo(known[k], 5);
      });
  });

  it('believes no embedding that does not fit the hash of the model', async () => {
    const { modelHash } = manifestOf(packed);
    const other = modelHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const wrong = await readBundle(
      sourceOf(withManifest(packed, { ...manifestOf(packed), modelHash: other })),
    );
    await expect(wrong.words.load()).rejects.toThrow(/field modelHash/);
  });

  it('names a file that is not packed as its name says', async () => {
    const broken = new Map(packed);
    const bytes = new Uint8Array([1, 2, 3]);
    broken.set('users.parquet.gzip', bytes);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const manifest = manifestOf(packed);
    const files = manifest.files.map((file) =>
      file.path === 'users.parquet.gzip' ? { ...file, bytes: 3, sha256 } : file,
    );
    await expect(readBundle(sourceOf(withManifest(broken, { ...manifest, files })))).rejects.toThrow(
      /^users\.parquet\.gzip: cannot be unpacked/,
    );
  });
});

it('planes are undone', () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, k) => k * 20);
  expect(fromPlanes(toPlanes(bytes))).toEqual(bytes);
});
