import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../scripts/replace.mjs';

/**
 * Arrays of numbers saved under a name, so that a killed run goes on where it was. The folder is named by everything
 * that decides the result: a run with other data or options never picks up a foreign checkpoint.
 */
export class Checkpoints {
  readonly folder: string;

  constructor(root: string, identity: unknown) {
    const key = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
    this.folder = join(root, key);
  }

  /** The saved step and arrays, or null when there is none or it cannot be read. */
  load(name: string): { episode: number; arrays: Float32Array[] } | null {
    const file = this.path(name);
    if (!existsSync(file)) return null;
    const bytes = readFileSync(file);
    const head = bytes.indexOf(10);
    try {
      const { episode, lengths } = JSON.parse(bytes.toString('utf8', 0, head)) as {
        episode: number;
        lengths: number[];
      };
      if (bytes.length !== head + 1 + 4 * lengths.reduce((a, b) => a + b, 0)) return null;
      let offset = head + 1;
      const arrays = lengths.map((length) => {
        const copy = Uint8Array.prototype.slice.call(bytes, offset, offset + 4 * length);
        offset += 4 * length;
        return new Float32Array(copy.buffer);
      });
      return { episode, arrays };
    } catch {
      return null;
    }
  }

  /** Written beside and renamed over, so a kill while writing costs nothing. */
  save(name: string, episode: number, arrays: readonly Float32Array[]): void {
    mkdirSync(this.folder, { recursive: true });
    const head = `${JSON.stringify({ episode, lengths: arrays.map((a) => a.length) })}\n`;
    replaceFile(
      this.path(name),
      Buffer.concat([
        Buffer.from(head),
        ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength)),
      ]),
    );
  }

  /** Forgets what was saved under these data and options, and nothing else. */
  clear(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder).filter((one) => one.endsWith('.bin')))
      rmSync(join(this.folder, name));
  }

  private path(name: string): string {
    return join(this.folder, `${name}.bin`);
  }
}
