import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datasetsIndex } from '../../scripts/datasets-index.mjs';
import { readDatasetIndex } from './datasetIndex';

describe('the list of data sets', () => {
  const committed = readFileSync('public/datasets/index.json');

  it('says what the manifests say; else run `npm run datasets`', () => {
    expect(committed.toString('utf8')).toBe(datasetsIndex());
  });

  it('can be read, and the default comes first', () => {
    const cards = readDatasetIndex(new Uint8Array(committed));
    expect(cards[0]).toMatchObject({
      id: 'beers',
      planted: false,
      modalities: ['text', 'rating', 'aspects'],
    });
  });
});
