import { expect, it } from 'vitest';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { lacksWithin } from './lacks';

const made = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64), planted: true, aspects: true });
const { missing, models, faithfulness } = made;
const whole = {
  ...made,
  missing: missing.map((one) => ({ ...one, difference: { value: 0.1, low: 0, high: 0.2 }, n: 9 })),
};

it('says nothing where all is there, nor of a part that is not there at all, which is named whole', () => {
  expect(lacksWithin(whole)).toEqual([]);
  expect(lacksWithin({ ...made, missing: [], faithfulness: null })).toEqual([]);
});

it('names what is not measured within a part that is there', () => {
  const half = missing.filter(
    ({ modality, when, share }) =>
      !(modality !== 'text' && when === 'training' && share > 0 && share < 1) &&
      !(modality === 'text' && when === 'both' && share === 1),
  );
  expect(lacksWithin({ ...made, missing: half })).toEqual([
    'missing modalities: training without half of the overall ratings or aspect ratings; training without any text; intervals of 29 of 29 points',
  ]);
  const [, , first] = whole.missing;
  const one = whole.missing.map((point) => (point === first ? missing[2] : point));
  expect(lacksWithin({ ...made, missing: one })).toEqual(['missing modalities: intervals of 1 of 36 points']);
  expect(lacksWithin({ ...whole, models: models.map((row) => ({ ...row, seeds: [1] })) })).toEqual([
    'more than one training (seed) of the model, which would tell how much of the figures is luck',
  ]);
  expect(
    lacksWithin({
      ...whole,
      worlds: models,
      faithfulness: faithfulness && { ...faithfulness, planted: null },
    }),
  ).toEqual(['whether the reasons are the true ones']);
});

it('asks for no aspects where a set has none', () => {
  const bare = {
    ...whole,
    models: models.filter(({ id }) => id !== 'no-aspects'),
    missing: whole.missing.filter(({ modality }) => modality !== 'aspects'),
  };
  expect(lacksWithin(bare)).toEqual([]);
});
