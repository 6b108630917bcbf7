/** How long a moment must stand before what is dear to work out and to draw follows it, in milliseconds. */
const REST = 150;

/** How long to wait with what is asked of a moment until whoever drags through time may have come to rest. */
export const pauseAt = (at: string | null, before: string | null | undefined): number =>
  at === (before ?? null) ? 0 : REST;
