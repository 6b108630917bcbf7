/** A piece of what a lesson says: words, words that matter, or the name of a live value. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'strong'; readonly text: string }
  | { readonly is: 'value'; readonly name: string };

/** `{name}` is a value, `*so*` matters; all else is text, never markup. */
const MARKED = /\{([a-z][a-z0-9-]*)\}|\*([^*\n]+)\*/g;

/** Takes what a lesson says apart. */
export function piecesOf(said: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const words = (end: number) => {
    if (end > at) pieces.push({ is: 'words', text: said.slice(at, end) });
  };
  for (const match of said.matchAll(MARKED)) {
    words(match.index);
    const [whole, name, strong] = match;
    pieces.push(name ? { is: 'value', name } : { is: 'strong', text: strong });
    at = match.index + whole.length;
  }
  words(said.length);
  return pieces;
}

/** Names of the values in what is said. */
export const namesOf = (said: string): string[] =>
  piecesOf(said).flatMap((piece) => (piece.is === 'value' ? [piece.name] : []));
