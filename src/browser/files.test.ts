import { expect, it } from 'vitest';
import { readText } from './files';

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
