import { DataError } from '../src/data/errors';

/** Lines named beside the first of a kind. */
const NAMED = 8;

interface Group {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
  /** The other lines that have it, as far as they are named. */
  readonly others: number[];
  more: number;
}

/** What is wrong with the lines of a file, gathered so that one run names all kinds of it. */
export interface Problems {
  /** Notes one; those of the same kind are told together, in the words of the first. */
  add(line: number, kind: string, problem: string, remedy: string): void;
  readonly count: number;
  /** @throws DataError that names every kind, with the first lines that have it and how many more do. */
  throwAny(): void;
}

export function gatherProblems(file: string): Problems {
  const groups = new Map<string, Group>();
  let count = 0;
  return {
    add(line, kind, problem, remedy) {
      count++;
      const group = groups.get(kind);
      if (!group) groups.set(kind, { line, problem, remedy, others: [], more: 0 });
      else if (group.others.length < NAMED) group.others.push(line);
      else group.more++;
    },
    get count() {
      return count;
    },
    throwAny() {
      const all = [...groups.values()];
      const last = all.at(-1);
      if (!last) return;
      const told = (group: Group) => `${group.problem}${likewise(group)}`;
      if (all.length === 1) throw new DataError(file, `line ${last.line}`, told(last), last.remedy);
      const named = all.map((group) => `\n  line ${group.line}: ${told(group)}`);
      const before = named.slice(0, -1).map((line, k) => `${line}. ${all[k].remedy}`);
      throw new DataError(file, '', `${count} problems:${before.join('')}${named.at(-1)}`, last.remedy);
    },
  };
}

/** "; likewise lines 5, 9 and 12", "; likewise lines 5, 9, 12, … and 230 more" */
function likewise({ others, more }: Group): string {
  if (others.length === 0) return '';
  if (others.length === 1) return `; likewise line ${others[0]}`;
  const [named, last] = more > 0 ? [others, `${more} more`] : [others.slice(0, -1), others.at(-1)];
  return `; likewise lines ${named.join(', ')} and ${last}`;
}
