import { fitImplicitNeighbours } from '../../src/recommenders/neighbours';
import { UNTUNED } from '../../src/recommenders/settings';
import type { Tune } from './baseline';
import { OTHERS, tuneRanker } from './ranker';

const NEIGHBOURS = [5, 10, 20, 50, 100, 200, 400];
const SHRINKAGES = [0, 1, 3, 10, 30, 100, 300];
const POWERS = [0, 0.25, 0.5, 0.75, 1];

/** Item-based k-nearest neighbours on liked and other interactions. */
export const tuneImplicitNeighbours: Tune = (config, train, validation) =>
  tuneRanker(config, train, validation, {
    id: 'item-knn-implicit',
    label: 'implicit item neighbours',
    start: UNTUNED.neighbours,
    grid: { neighbours: NEIGHBOURS, shrinkage: SHRINKAGES, power: POWERS, others: OTHERS },
    words: {
      neighbours: 'neighbours',
      shrinkage: 'shrinkage',
      power: 'power of the norm',
      others: 'weight of what was not liked',
    },
    ranker: (settings) => fitImplicitNeighbours(config.relevant, settings),
  });
