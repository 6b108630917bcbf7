import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, it } from 'vitest';

const SESSION = 'src/session';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing\//.test(name))
    .map((name) => join(folder, name));

/** Names that a file exports of verbs, and of functions that give one. */
const verbsOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /^export const (\w+)(?:: Verb\b| =\s+(?:<[^>]*>)?\((?:[^()]|\([^()]*\))*\): Verb\b| = editPicked\()/gm,
    ),
  ].map(([, name]) => name);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** All nodes below one, each with those above it, the nearest last. */
function* nodesIn(node: Node, above: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  yield [node, above];
  for (const part of Object.values(node))
    for (const one of Array.isArray(part) ? part : [part])
      if (isNode(one)) yield* nodesIn(one, [...above, node]);
}

/** What takes a verb to perform it, now or later. */
const PERFORMERS = new Set(['act', 'useVerb', 'useAnswer', 'dialog']);

const nameOf = (node: unknown): string =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : '';

const performs = (node: Node): boolean =>
  (node.type === 'CallExpression' && PERFORMERS.has(nameOf(node.callee))) ||
  (node.type === 'Property' && nameOf(node.key) === 'perform');

/** Places where a verb is named and not performed: nothing would happen, without a word. */
function dropped(file: string, verbs: ReadonlySet<string>): string[] {
  const source = readFileSync(file, 'utf8');
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  const imported = new Set<string>();
  const found: string[] = [];
  for (const [node, above] of nodesIn(parseAst(source, { lang }) as unknown as Node)) {
    if (node.type === 'ImportSpecifier' && verbs.has(nameOf(node.imported))) imported.add(nameOf(node.local));
    const parent = above.at(-1);
    if (!imported.has(nameOf(node)) || parent?.type === 'ImportSpecifier') continue;
    const isName =
      (parent?.type === 'MemberExpression' && parent.property === node) ||
      (parent?.type === 'Property' && parent.key === node && parent.value !== node);
    // What makes a verb of verbs is one itself.
    const isVerb = above.some(
      ({ type, returnType }) => /Function/.test(type) && /Verb/.test(textOf(returnType)),
    );
    if (!isName && !isVerb && !above.some(performs))
      found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${nameOf(node)}`);
  }
  return found;

  function textOf(node: unknown): string {
    return isNode(node) ? source.slice(node.start, Number(node.end)) : '';
  }
}

it('every verb that a view names is performed', () => {
  const verbs = new Set(sources(SESSION).flatMap((file) => verbsOf(readFileSync(file, 'utf8'))));
  for (const name of ['endBranch', 'setPlace', 'deletePicked', 'takeBackAlterations', 'say', 'runCold'])
    expect(verbs).toContain(name);
  expect(sources('src/views').flatMap((file) => dropped(file, verbs))).toEqual([]);
});
