import type { Bundle } from '../../data/bundle';
import type { OnProgress } from '../start';

/**
 * Loads what comes behind the first list and the replay stands on, and tells how much of it all has arrived.
 * @param words loads what reads and refines
 */
export async function loadRest(
  { textVectors, words: { bytes }, people }: Pick<Bundle, 'textVectors' | 'words' | 'people'>,
  words: (onBytes: (arrived: number) => void) => Promise<void>,
  tell: OnProgress,
): Promise<void> {
  const total = textVectors.bytes + bytes + people.bytes;
  const done = { words: 0, vectors: 0, people: 0 };
  const arrived = (of: keyof typeof done) => (bytes: number) => {
    done[of] = bytes;
    tell({ stage: 'vectors', done: done.words + done.vectors + done.people, total, unit: 'bytes' });
  };
  arrived('words')(0);
  await Promise.all([
    words(arrived('words')),
    textVectors.load(arrived('vectors')),
    people.load(arrived('people')),
  ]);
}
