/** Why something failed, in words: for reading alone. What follows from an error hangs on its kind. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
