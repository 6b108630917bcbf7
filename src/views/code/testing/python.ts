import { spawnSync } from 'node:child_process';

const RUNNER = `
import contextlib, io, json, sys
outcomes = []
for code in json.load(sys.stdin):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(code, "snippet", "exec"), {})
        outcomes.append(None)
    except Exception as error:
        outcomes.append(f"{type(error).__name__}: {error}")
json.dump(outcomes, sys.stdout)
`;

/** A Python that has a module; null where none does. */
export function pythonWith(module: string): string | null {
  const has = (python: string) => spawnSync(python, ['-c', `import ${module}`]).status === 0;
  return ['python3', '/usr/bin/python3'].find(has) ?? null;
}

/** Runs programs, each on its own; what became of each: null, or its error. */
export function runPython(python: string, programs: readonly string[]): (string | null)[] {
  const { stdout, stderr, status } = spawnSync(python, ['-c', RUNNER], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
