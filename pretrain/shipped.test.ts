import { expect, it } from 'vitest';
import { stateOf } from '../src/data/modelState';
import { readBundleFolder } from './bundle-log';

/** First digits of hashes that stand in links and logs of before the choice score. */
const BEFORE = ['fc3e74ab8af0', '56af6f9aae4c', 'fceaf32a6c56', '20ed37e028ec', 'fd2f4b6b9620'];

it.each(['beers', 'films', 'instruments', 'teas'])(
  '%s: the bundle fits its hash, and links of before are known for those of another model',
  async (id) => {
    const { manifest, changedSinceMeasured } = await readBundleFolder(`public/datasets/${id}`);
    expect(stateOf(manifest.modelHash, manifest)).toEqual({ is: 'same' });
    for (const hash of BEFORE) expect(stateOf(hash, manifest)).toEqual({ is: 'other' });
    expect(changedSinceMeasured).toBeNull();
  },
);
