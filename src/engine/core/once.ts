interface Store<K, T> {
  get(key: K): Promise<T> | undefined;
  set(key: K, made: Promise<T>): unknown;
  delete(key: K): unknown;
}

/** What is kept by a key, or made now; a failure is not kept. */
export function once<K, T>(kept: Store<K, T>, key: K, make: () => Promise<T>): Promise<T> {
  const held = kept.get(key);
  if (held) return held;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
