/**
 * Revisions of what makes numbers beside weights, configuration and vocabulary. Whoever changes how a text is cut or how
 * statistics are fitted raises the number and says here what changed: the model's hash covers both, so links, logs and
 * figures of before are known for what they are.
 */

/** How a text is cut into words, see `tokens.ts`. A bundle keeps the revision that it was trained with. */
export const TOKENISER_REVISIONS = {
  1: 'runs of letters or digits; a combining mark ends a word',
  2: 'composed first (NFC), and combining marks belong to words',
} as const;
export type TokeniserRevision = keyof typeof TOKENISER_REVISIONS;

/** What bundles are trained with from now on. */
export const TOKENISER_REVISION = 2 satisfies TokeniserRevision;

/**
 * How the statistics of a history are fitted, see `bias.ts`, and what each revision changed, in words for the page. The
 * present one always counts, whatever a bundle was made with: statistics are worked out anew.
 */
export const STATISTICS_REVISIONS = {
  1: [],
  2: ['A person’s own scale, by which the items’ biases count, is never below 0 now.'],
} as const satisfies Record<number, readonly string[]>;

export const STATISTICS_REVISION = 2 satisfies keyof typeof STATISTICS_REVISIONS;
