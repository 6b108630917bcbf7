/** Saves something, a text as JSON, as a file of the person's own. */
export function saveFile(name: string, content: string | Blob): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have taken it up by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets somebody choose a file; null when none was chosen. */
export function pickFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** What the letters of a file are kept as. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

export interface ReadText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text of a file: UTF-16 where its first bytes say so, else UTF-8, else what spreadsheets write where it is neither. */
export async function readText(file: Blob): Promise<ReadText> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const as = (label: string, encoding: Encoding): ReadText => ({
    text: new TextDecoder(label, { fatal: encoding === 'utf-8' }).decode(bytes),
    encoding,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 'utf-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', 'utf-16');
  try {
    return as('utf-8', 'utf-8');
  } catch {
    return as('windows-1252', 'windows-1252');
  }
}

/** A file with the folders that it lies in. */
export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}

/** Lets somebody choose a folder; null when none was chosen. */
export function pickFolder(): Promise<readonly PlacedFile[] | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () =>
      resolve(
        Array.from(input.files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file })),
      ),
    );
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Something that was dropped and that the browser may not read, or finds no more. */
export class UnreadDrop extends Error {
  override readonly name = 'UnreadDrop';
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** What an entry of what was dropped gives, asked for as browsers ask. @throws UnreadDrop */
const given = <T>(path: string, ask: (give: (one: T) => void, fail: (error: Error) => void) => void) =>
  new Promise<T>((resolve, reject) =>
    ask(resolve, ({ name, message }) => reject(new UnreadDrop(path, message.replace(/\.$/, '') || name))),
  );

/**
 * All that was dropped, folders with what is in them. To be called while it is being dropped: later nothing can be read.
 * @throws UnreadDrop
 */
export async function droppedFiles(data: DataTransfer): Promise<readonly PlacedFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory))
    return Array.from(data.files, (file) => ({ path: file.name, file }));
  return (await Promise.all(entries.map((entry) => (entry ? filesIn(entry, '') : [])))).flat();
}

async function filesIn(entry: FileSystemEntry, folder: string): Promise<PlacedFile[]> {
  const path = `${folder}${entry.name}`;
  if (!entry.isDirectory) {
    const file = await given<File>(path, (give, fail) => (entry as FileSystemFileEntry).file(give, fail));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // Browsers tell a hundred at a time.
  for (;;) {
    const some = await given<FileSystemEntry[]>(path, (give, fail) => reader.readEntries(give, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((one) => filesIn(one, `${path}/`)))).flat();
}
