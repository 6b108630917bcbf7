import type { Opinion } from '../../session/start';

/** A tea that one may speak of, and what somebody might say of it. */
interface Offered extends Opinion {
  readonly id: string;
}

/**
 * Each is of another kind, and known for something else. None stands in everyone’s first ten, so that speaking of it takes
 * no place out of that list. A test holds that, and that what is said here by way of example changes the list.
 */
export const OFFERED: readonly [Offered, ...Offered[]] = [
  {
    id: 'faraway-canal',
    rating: 5,
    text: 'So fruity and floral, like apricots and blossom. Not smoky at all.',
  },
  {
    id: 'wandering-weaver',
    rating: 1,
    text: 'Far too smoky, like a bonfire. I missed fruit and flowers.',
  },
  {
    id: 'little-kite',
    rating: 5,
    text: 'Fresh and grassy, like peas from the garden. Not malty at all.',
  },
];
