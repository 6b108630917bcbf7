import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(
    `Node ${process.versions.node} is too old: version ${OLDEST_NODE.join('.')} or newer is needed.`,
  );
}

const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureDependencies() {
  if (time(join(ROOT, 'node_modules/.package-lock.json')) >= time(join(ROOT, 'package-lock.json'))) return;
  console.log('Installing dependencies…');
  try {
    // Not `npm ci`: it refuses where a registry lacks the linter's binaries for other platforms, which nobody needs.
    // `npm install` keeps to the lock file as well, and `--no-save` leaves that file alone.
    execFileSync(
      'npm',
      ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: ROOT,
        stdio: 'inherit',
      },
    );
  } catch {
    throw new Error('The dependencies could not be installed. Check the network and run: npm install');
  }
}

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Builds the page when the build is missing or older than what it is made of, or in any case. */
export function ensureBuild(anyway = false) {
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
  const built = time(join(ROOT, 'dist/index.html'));
  if (!anyway && built > 0 && built >= Math.max(...sources.map((source) => newest(join(ROOT, source)))))
    return;
  console.log('Building…');
  run('npx', ['vite', 'build', '--logLevel', 'warn']);
}

/** Runs a command of the project; throws when it fails. */
export function run(command, args, options = {}) {
  execFileSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
}

/** Ends the process with a message instead of a stack trace. */
export function main(work) {
  Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    });
}
