import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, ensureDependencies, main, ROOT, run } from './setup.mjs';

const HELP = `Serves the production build of the demo; installs and builds first where needed.

  npm start -- [--port 4173] [--host 127.0.0.1] [--rebuild]
`;

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

main(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      rebuild: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port ${values.port}: a port is a whole number from 1 to 65535.`);
  checkNode();
  ensureDependencies();
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
  const built = join(ROOT, 'dist/index.html');
  const stale =
    !existsSync(built) || Math.max(...sources.map((s) => newest(join(ROOT, s)))) > statSync(built).mtimeMs;
  if (stale || values.rebuild) {
    console.log('Building…');
    run('npx', ['vite', 'build', '--logLevel', 'warn']);
  }
  const { preview } = await import('vite');
  const server = await preview({
    root: ROOT,
    preview: { port, host: values.host, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  console.log(`\nDReX Lab is at ${url}\nStop it with Ctrl+C.`);
});
