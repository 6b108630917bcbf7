import '@tensorflow/tfjs-backend-cpu';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DataError } from '../../data/errors';
import { readBundle, readBundleFromUrl } from '../../data/read';
import { type Files, manifestOf, seal, sourceOf, syntheticFiles } from './syntheticBundle';

let intact: Files;
beforeAll(async () => {
  intact = await syntheticFiles();
});

const read = (files: Files) => readBundle(sourceOf(files));

/** The bundle with one table written anew. */
async function withTable(path: string, change: (columns: Map<string, unknown[]>) => void): Promise<Files> {
  const file = intact.get(path)!.slice().buffer as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const names = parquetMetadata(file)
    .schema.slice(1)
    .map((column) => column.name);
  const columns = new Map(names.map((name) => [name, rows.map((row) => row[name])]));
  change(columns);
  const columnData = Array.from(columns, ([name, data]) => ({ name, data }));
  const files = new Map(intact).set(path, new Uint8Array(parquetWriteBuffer({ columnData })));
  return seal(files, manifestOf(intact));
}

describe('readBundle', () => {
  it('reads the texts where a set ships them, and does without', async () => {
    const files = await syntheticFiles();
    const { texts: _, ...tables } = manifestOf(files).tables;
    const { prose } = await readBundle(sourceOf(files));
    expect(prose?.now).toBeNull();
    expect((await prose?.load())?.texts).toContain('text of row 0');
    expect(prose?.now).not.toBeNull();
    files.delete('texts.parquet');
    await seal(files, { ...manifestOf(files), tables });
    expect((await readBundle(sourceOf(files))).prose).toBeNull();
  });

  it('reads an intact bundle and tells how far it is', async () => {
    const stages: string[] = [];
    let last = 0;
    const bundle = await readBundle(sourceOf(intact), (stage, done) => {
      stages.push(stage);
      if (stage === 'download') last = done;
    });
    expect([...new Set(stages)]).toEqual(['manifest', 'download', 'verify', 'parse']);
    // Texts and text vectors come later: of whom the text alone tells a rating, the table says it.
    const late = ['texts.parquet', ...manifestOf(intact).tensors.textVectors.paths];
    expect(last).toBe(late.reduce((left, path) => left - intact.get(path)!.length, bundle.bytes));
    expect(bundle.textVectors.now).toBeNull();
    const vectors = await bundle.textVectors.load();
    expect(vectors).toHaveLength(5 * bundle.interactions.user.length);
    expect(bundle.textVectors.now).toBe(vectors);
    expect(bundle.users.label[2]).toBe('Taster 2');
    expect(bundle.items.facts.style).toEqual(expect.arrayContaining([null, 'style 1']));
    expect(bundle.interactions.rating.some(Number.isNaN)).toBe(true);
    expect(bundle.weights.get('user/initial')).toHaveLength(6);
  });

  it('reads text vectors at once where a table of before does not say what unrated texts tell', async () => {
    const files = await withTable('interactions.parquet', (columns) => columns.delete('told'));
    const bundle = await read(files);
    expect(bundle.interactions.told).toBeUndefined();
    expect(bundle.textVectors.now).not.toBeNull();
  });

  it('names a damaged file', async () => {
    const bytes = intact.get('users.parquet')!.slice();
    bytes[10] ^= 1;
    await expect(read(new Map(intact).set('users.parquet', bytes))).rejects.toThrow(
      /^users\.parquet: is damaged: checksum differs/,
    );
  });

  it('names a file that was cut short', async () => {
    const cut = (name: string) => read(new Map(intact).set(name, intact.get(name)!.slice(4)));
    await expect(cut('states-0.bin')).rejects.toThrow(
      /^states-0\.bin: is damaged: \d+ bytes where the manifest says/,
    );
    // What comes later is looked at then.
    const { textVectors } = await cut('text-0.bin');
    await expect(textVectors.load()).rejects.toThrow(/^text-0\.bin: is damaged/);
  });

  it('names a missing column', async () => {
    const files = await withTable('interactions.parquet', (columns) => columns.delete('aspect_taste'));
    await expect(read(files)).rejects.toThrow('interactions.parquet, column aspect_taste: is missing');
  });

  it('asks for tones where the manifest says that the model has them, and for none elsewhere', async () => {
    const { keywords } = await read(intact);
    expect(keywords.tone?.some((tone) => tone < 0)).toBe(true);
    const without = await withTable('keywords.parquet', (columns) => columns.delete('tone'));
    await expect(read(without)).rejects.toThrow('keywords.parquet, column tone: is missing');
    const { tone: _, ...model } = manifestOf(intact).model;
    const plain = await seal(without, { ...manifestOf(intact), model });
    // Its hash is that of the model with tones.
    await expect(read(plain)).rejects.toThrow('modelHash');
    expect(
      (await readBundle(sourceOf(await syntheticFiles({ tone: undefined })))).keywords.tone,
    ).toBeUndefined();
  });

  it.each([
    ['keywords.parquet', 'tone', 1, Number.NaN, /column tone, row 1: is NaN/],
    ['interactions.parquet', 'user', 3, 99, /column user, row 3: is 99, not a whole number from 0 to 5/],
    ['interactions.parquet', 'split', 1, 3, /column split, row 1: is 3/],
    ['interactions.parquet', 'rating', 2, Number.POSITIVE_INFINITY, /column rating, row 2: is Infinity/],
    ['keywords.parquet', 'word', 0, -1, /column word, row 0: is -1/],
    ['keywords.parquet', 'interaction', 0, 9, /column interaction, row 1.*sorted/],
    ['users.parquet', 'id', 4, 'u1', /column id, row 4: repeats "u1" of row 1/],
  ])('names row and column of a wrong value in %s: %s', async (path, column, row, value, message) => {
    const files = await withTable(path, (columns) => {
      columns.get(column)![row] = value;
    });
    await expect(read(files)).rejects.toThrow(message);
  });

  it('names a table with rows missing', async () => {
    const files = await withTable('users.parquet', (columns) => {
      for (const column of columns.values()) column.pop();
    });
    await expect(read(files)).rejects.toThrow('users.parquet: has 5 rows where the manifest says 6');
  });

  it('names the field of a wrong manifest', async () => {
    const manifest = manifestOf(intact);
    const put = (changed: object) =>
      read(new Map(intact).set('manifest.json', new TextEncoder().encode(JSON.stringify(changed))));
    await expect(put({ ...manifest, model: { ...manifest.model, stateSize: 0 } })).rejects.toThrow(
      /^manifest\.json, field model\.stateSize/,
    );
    await expect(put({ ...manifest, schemaVersion: manifest.schemaVersion + 1 })).rejects.toThrow(
      /field schemaVersion: is \d+, and this page/,
    );
    await expect(
      put({ ...manifest, tables: { ...manifest.tables, users: 'people.parquet' } }),
    ).rejects.toThrow(/field tables\.users: names people\.parquet/);
  });

  it('gives the same verdict where the browser offers no checksums, as over plain http', async () => {
    vi.stubGlobal('crypto', {});
    try {
      expect((await read(intact)).bytes).toBeGreaterThan(0);
      const bytes = intact.get('users.parquet')!.slice();
      bytes[10] ^= 1;
      await expect(read(new Map(intact).set('users.parquet', bytes))).rejects.toThrow(
        /^users\.parquet: is damaged: checksum differs/,
      );
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it.each([
    [404, /^states-0\.bin: is not on this server \(HTTP 404\)\. Choose another data set/],
    [403, /^states-0\.bin: could not be fetched \(HTTP 403\)\. Check the address/],
    [503, /^states-0\.bin: could not be fetched \(HTTP 503\)\. Reload the page later/],
  ])('names a file that the server does not give, and what helps: %i', async (status, said) => {
    const fetchFile = (async (url: URL) => {
      const bytes = intact.get(url.pathname.split('/').at(-1)!);
      return url.pathname.endsWith('states-0.bin')
        ? new Response(null, { status })
        : new Response(bytes as Uint8Array<ArrayBuffer>);
    }) as unknown as typeof fetch;
    const error = await readBundleFromUrl('http://host/beers/', undefined, fetchFile).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).message).toMatch(said);
  });
});
