/** Budget of the first load, gzip, in KB of 1,000 bytes. */
export const FIRST_LOAD: number;

/** Gzip bytes of every script of the build, by kind: of the first load, of later ones, TensorFlow.js. */
export function scriptSizes(): { name: string; kind: 'first' | 'later' | 'tensorflow'; bytes: number }[];
