import type { WordTerm } from '../../engine/answers';

/**
 * A word as a reason. Where the person dislikes it, what speaks for the item is that it has less of it than most, or that its
 * reviews deny it.
 */
export const reasonText = ({ word, person }: Pick<WordTerm, 'word' | 'person'>): string =>
  person < 0 ? `less ${word}` : word;
