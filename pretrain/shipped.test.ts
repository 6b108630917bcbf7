import { expect, it } from 'vitest';
import { stateOf } from '../src/data/modelState';
import { readBundleFolder } from './bundle-log';

/** First digits of the hashes that stand in links and logs of before the hash covered more than the weights. */
const BEFORE = {
  beers: 'fc3e74ab8af0',
  films: '56af6f9aae4c',
  instruments: 'fceaf32a6c56',
  teas: '20ed37e028ec',
} as const;

it.each(Object.entries(BEFORE))(
  '%s: the bundle fits its hash, and links of before are known for an earlier state of it',
  async (id, hash) => {
    const { manifest, tokeniser, changedSinceMeasured } = await readBundleFolder(`public/datasets/${id}`);
    expect(stateOf(manifest.modelHash, manifest)).toEqual({ is: 'same' });
    expect(stateOf(hash, manifest)).toMatchObject({
      is: 'earlier',
      earlier: { change: expect.stringContaining('never below 0') },
    });
    // Trained before marks belonged to words: nothing that it reads may drift.
    expect({ tokeniser, changedSinceMeasured }).toEqual({ tokeniser: 1, changedSinceMeasured: null });
  },
);
