/** Something in a bundle or review file is wrong; the message names the file and the place, the remedy what to do. */
export class DataError extends Error {
  override readonly name = 'DataError';
  constructor(
    readonly file: string,
    readonly place: string,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${file}${place ? `, ${place}` : ''}: ${problem}. ${remedy}`);
  }
}
