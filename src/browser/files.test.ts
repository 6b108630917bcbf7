import { expect, it } from 'vitest';
import { droppedFiles, readText, UnreadDrop } from './files';

const read = (...bytes: number[]) => readText(new Blob([Uint8Array.from(bytes)]));

it('reads the letters of a file as they were kept', async () => {
  expect(await read(0xc3, 0xa9)).toEqual({ text: 'é', encoding: 'utf-8' });
  // A mark at the beginning is no letter.
  expect(await read(0xef, 0xbb, 0xbf, 0x61)).toEqual({ text: 'a', encoding: 'utf-8' });
  expect(await read(0xff, 0xfe, 0xe9, 0x00)).toEqual({ text: 'é', encoding: 'utf-16' });
  expect(await read(0xfe, 0xff, 0x00, 0xe9)).toEqual({ text: 'é', encoding: 'utf-16' });
  expect(await read(0x63, 0x61, 0x66, 0xe9)).toEqual({ text: 'café', encoding: 'windows-1252' });
  expect(await read()).toEqual({ text: '', encoding: 'utf-8' });
});

/** A file and a folder as browsers hand them over where something is dropped, told a hundred at a time. */
const fileEntry = (name: string) => ({
  isDirectory: false,
  name,
  file: (give: (file: File) => void) => give(new File([name], name)),
});
const folderEntry = (name: string, inside: readonly object[]) => ({
  isDirectory: true,
  name,
  createReader: () => {
    const left = [...inside];
    return { readEntries: (give: (some: object[]) => void) => give(left.splice(0, 100)) };
  },
});
const dropped = (entries: readonly (object | null)[], files: readonly File[] = []) =>
  droppedFiles({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files,
  } as unknown as DataTransfer);

it('walks through dropped folders to the last file, with the folders it lies in', async () => {
  const many = Array.from({ length: 250 }, (_, k) => fileEntry(`part-${k}.bin`));
  const files = await dropped([
    folderEntry('my-set', [
      ...many,
      folderEntry('older', [fileEntry('manifest.json')]),
      folderEntry('empty', []),
    ]),
    fileEntry('letter.txt'),
    // Dragged text is among the things dropped, and is no file.
    null,
  ]);
  expect(files.map(({ path }) => path)).toEqual([
    ...many.map(({ name }) => `my-set/${name}`),
    'my-set/older/manifest.json',
    'letter.txt',
  ]);
  expect(await files.at(-2)?.file.text()).toBe('manifest.json');
});

it('takes files that lie in no folder as they are, where the browser knows no entries either', async () => {
  const file = new File(['x'], 'my-set.zip');
  expect(await dropped([fileEntry('my-set.zip')], [file])).toEqual([{ path: 'my-set.zip', file }]);
  const old = { items: [{}], files: [file] } as unknown as DataTransfer;
  expect(await droppedFiles(old)).toEqual([{ path: 'my-set.zip', file }]);
});

it('fails where a folder cannot be read, and so loses no file in silence', async () => {
  const locked = {
    isDirectory: true,
    name: 'locked',
    createReader: () => ({
      readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('no.')),
    }),
  };
  await expect(dropped([folderEntry('my-set', [locked])])).rejects.toEqual(
    new UnreadDrop('my-set/locked', 'no'),
  );
});
