import { type DataFacts, joined, placeWords, problemWords, remedyWords } from './words';

/** Something in a bundle or review file is wrong; the message names the file and the place, the remedy what to do. */
export class DataError extends Error {
  override readonly name = 'DataError';
  constructor(
    readonly file: string,
    readonly place: string,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(joined(file, place, problem, remedy));
  }
}

/** A file of a bundle is wrong. */
export class BundleError extends DataError {
  constructor(readonly facts: DataFacts) {
    super(facts.file, placeWords(facts.place), problemWords(facts.problem), remedyWords(facts.remedy));
  }
}
