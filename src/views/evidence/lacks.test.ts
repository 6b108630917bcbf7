import { expect, it } from 'vitest';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { lacksWithin } from './lacks';

const made = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64), planted: true, aspects: true });
const about = (part: string, evidence = made) =>
  lacksWithin(evidence).find((line) => line.startsWith(`${part}: `)) ?? null;

it('names what is not measured within a part that is there', () => {
  const { missing, models, faithfulness } = made;
  const half = missing.filter(
    ({ modality, when, share }) =>
      !(modality !== 'text' && when === 'training' && share > 0 && share < 1) &&
      !(modality === 'text' && when === 'both' && share === 1),
  );
  expect(about('missing modalities', { ...made, missing: half })).toBe(
    'missing modalities: training without half of the overall ratings or aspect ratings; training without any text; intervals of 29 of 29 points',
  );
  const bounded = missing.map((one, k) =>
    k === 1 ? one : { ...one, difference: { value: 0.1, low: 0, high: 0.2 }, n: 9 },
  );
  expect(about('missing modalities', { ...made, missing: bounded })).toMatch(
    /: intervals of 1 of \d+ points$/,
  );
  expect(
    about('missing modalities', {
      ...made,
      missing: bounded.map((one) => ({ ...one, difference: { value: 0, low: 0, high: 0 } })),
    }),
  ).toBeNull();

  const one = { ...made, models: models.map((row) => ({ ...row, seeds: [1] })) };
  expect(about('DReX and the baselines')).toBeNull();
  expect(about('DReX and the baselines', one)).toContain('more than one training (seed)');

  const { list: _, ...rest } = faithfulness!;
  expect(about('faithfulness')).toBeNull();
  expect(about('faithfulness', { ...made, faithfulness: { ...rest, planted: null }, worlds: models })).toBe(
    'faithfulness: how far a pick falls without the words that are its reasons; whether the reasons are the true ones',
  );
});

it('says nothing of a part that is not there at all, which is named whole', () => {
  const bare = { ...made, missing: [], faithfulness: null, worlds: null };
  for (const part of ['missing modalities', 'faithfulness']) expect(about(part, bare)).toBeNull();
});
