import type { SimulatedInteraction } from '../simulatedLog';

/** A review of the synthetic bundle, every modality given but one aspect. */
export const review = (key: string, changes: Partial<SimulatedInteraction> = {}): SimulatedInteraction => ({
  key,
  person: 'u0',
  item: 'i1',
  rating: 4.5,
  aspects: [4, null],
  text: 'Not bad: malty, sweet and malty again.',
  ...changes,
});
