/** Gzip bytes of every script of the build, by kind: of the first load, of later ones, TensorFlow.js. */
export function scriptSizes(): { name: string; kind: 'first' | 'later' | 'tensorflow'; bytes: number }[];
