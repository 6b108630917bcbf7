import '@tensorflow/tfjs-backend-cpu';
import { zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import type { BundleStore } from '../../data/keptBundle';
import type { Files } from '../../data/openFiles';
import { setBackend } from '../../model/tf';
import { syntheticFiles } from '../testing/syntheticBundle';
import { OwnBundle } from './ownBundle';

let files: Map<string, Uint8Array<ArrayBuffer>>;
beforeAll(async () => {
  await setBackend('cpu');
  files = (await syntheticFiles()) as typeof files;
});

/** A store that forgets with the test. */
function memory(): BundleStore {
  let held: Files | null = null;
  return {
    keep: async (files) => {
      held = files;
    },
    kept: async () => held,
    forget: async () => {
      held = null;
    },
  };
}

const inFolder = (all: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, folder = 'my-set/') =>
  [...all].map(([path, bytes]) => ({ path: `${folder}${path}`, file: new Blob([bytes]) }));
const zipped = (all: ReadonlyMap<string, Uint8Array>, folder: string) => ({
  path: 'my-set.zip',
  file: new Blob([
    zipSync(
      Object.fromEntries([...all].map(([path, bytes]) => [folder + path, bytes])),
    ) as BlobPart as Uint8Array<ArrayBuffer>,
  ]),
});

it('keeps the bundle of a folder, or of a zip, and reads it under an id of its own', async () => {
  const others = [{ path: 'my-set/.cache/manifest.json', file: new Blob(['{}']) }];
  for (const handed of [
    [...others, ...inFolder(files)],
    inFolder(files, ''),
    [zipped(files, '')],
    [zipped(files, 'a/my-set/')],
  ]) {
    const own = new OwnBundle(memory());
    expect(await own.look()).toBeNull();
    const told = await own.take(handed);
    expect(await own.look()).toEqual(told);
    const { manifest, users } = await own.read(() => {});
    expect(manifest.id).toMatch(/^own-/);
    expect(told.counts.users).toBe(users.id.length);
    expect(await own.optional('evidence.json')).toBeNull();
    await own.forget();
    await expect(own.read(() => {})).rejects.toThrow('is not in this browser');
  }
});

it('refuses what is not whole, names the file, and leaves what is kept', async () => {
  const own = new OwnBundle(memory());
  await own.take(inFolder(files));
  const [name] = [...files.keys()].filter((path) => path !== 'manifest.json');
  const damaged = new Map(files).set(name, new Uint8Array((files.get(name) as Uint8Array).length));
  await expect(own.take(inFolder(damaged))).rejects.toThrow(`${name}: is damaged: checksum differs. Choose`);
  const short = new Map(files);
  short.delete(name);
  await expect(own.take(inFolder(short))).rejects.toThrow(`${name}: is missing`);
  await expect(own.take([{ path: 'photos/a.jpg', file: new Blob(['x']) }])).rejects.toThrow(
    'manifest.json: is missing. Choose the folder',
  );
  await expect(own.take([{ path: 'a.zip', file: new Blob(['no zip']) }])).rejects.toThrow(
    'a.zip: cannot be unpacked',
  );
  expect(await own.look()).not.toBeNull();
});

it('names a file that can no longer be read, of a folder and a zip alike, and what to do', async () => {
  const gone = Object.assign(new Blob(['x']), {
    arrayBuffer: () => Promise.reject(new Error('permission denied')),
  });
  const [first, ...others] = inFolder(files);
  for (const [handed, name] of [
    [[{ ...first, file: gone }, ...others], first.path],
    [[{ path: 'my-set.zip', file: gone }], 'my-set.zip'],
  ] as const)
    await expect(new OwnBundle(memory()).take(handed)).rejects.toThrow(
      `${name}: could not be read (permission denied). Check that it is still there`,
    );
});
