import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loaded } from '../src/data/bundle';
import { fromHalf, toHalf } from '../src/data/float16';
import { EARLIER_VERSION, type Manifest } from '../src/data/manifest';
import { readBundle } from '../src/data/read';
import { fromPlanes, toPlanes } from '../src/data/unpack';
import { makeBrain } from '../src/engine/core/brain';
import { selfCheck } from '../src/engine/core/selfCheck';
import { type Files, manifestOf, sourceOf, syntheticFiles } from '../src/engine/testing/syntheticBundle';
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

const rounded = (values: Float32Array) => values.map((value) => fromHalf(toHalf(value)));

describe('packBundle', () => {
  it('keeps every number, and asks for the embedding of words and the text vectors behind the rest', async () => {
    const asked: string[] = [];
    const source = sourceOf(packed);
    const after = await readBundle((path, onBytes) => {
      asked.push(path);
      return source(path, onBytes);
    });
    expect(asked).not.toContain('words-0.bin.gzip');
    expect(after.words.now).toBeNull();
    expect(after.manifest.modelHash).toBe(before.manifest.modelHash);
    expect(after.users).toEqual(before.users);
    expect(after.items).toEqual(before.items);
    expect(after.vocabulary).toEqual(before.vocabulary);
    expect(after.keywords).toEqual(before.keywords);
    const { remainingUser, remainingItem, ...log } = before.interactions;
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

  it('has what the self-check needs, before the embedding is there', async () => {
    const after = await readBundle(sourceOf(packed));
    const checked = await selfCheck(makeBrain(after), after);
    expect(checked.largestError).toBeLessThan(1e-5);
    expect(after.words.now).toBeNull();
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
