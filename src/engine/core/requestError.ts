/** A request that cannot be answered as asked; the message names the field and what would be right. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${field}: ${problem}`);
  }
}
