/** Something stands where a command was asked to write; the message is one plain line. */
export class RefusedError extends Error {}

/** How an earlier result in a folder is known: what it is called, and the names of its files; null where it is none. */
export interface EarlierFolder {
  readonly what: string;
  names(folder: string): ReadonlySet<string> | null;
}
/** How an earlier result in a file is known. */
export interface EarlierFile {
  readonly what: string;
  is(content: Buffer): boolean;
}
/** What is read, by the option that names it. */
export type Inputs = Readonly<Record<string, string | readonly string[] | undefined>>;

export function putBack(folder: string, earlier: EarlierFolder): boolean;
/** @throws RefusedError naming what stands in the way. */
export function checkFolder(option: string, folder: string, earlier: EarlierFolder, inputs?: Inputs): void;
/** @throws RefusedError where something came into the folder meanwhile; the new result is kept and named then. */
export function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  earlier: EarlierFolder,
  step?: (name: string) => void,
): void;
/** @throws RefusedError naming what stands in the way. */
export function checkFile(option: string, path: string, earlier: EarlierFile, inputs?: Inputs): void;
export function replaceFile(path: string, content: string | Uint8Array, step?: (name: string) => void): void;
/** @throws RefusedError where a folder cannot hold files. */
export function checkPlace(option: string, folder: string): void;
/** JSON of a file's content; undefined where it is none. */
export function jsonOf(bytes: Buffer): unknown;
