/** One line of a review file. */
export interface Review {
  /** As written, to the last digit; a whole number and the text of its digits are the same id. */
  readonly user: string;
  readonly item: string;
  readonly rating: number | null;
  /** Own properties alone, and no prototype: any name may be that of an aspect. */
  readonly aspects: Readonly<Record<string, number>>;
  /** Without mark-up. */
  readonly text: string;
  /** Unix seconds, negative before 1970. */
  readonly time: number | null;
  /** Order within a user where there are no times. */
  readonly seq: number | null;
  readonly line: number;
}
