import { flag, readOptions, text, whole } from './options.mjs';
import { checkNode, ensureBuild, ensureDependencies, main, ROOT } from './setup.mjs';

const START = {
  run: 'npm start --',
  about: 'Serves the production build of the demo; installs and builds first where needed.',
  options: {
    port: whole('N', 'port to serve at, or the next free one', { min: 1, max: 65_535, default: 4173 }),
    host: text('NAME', 'address to serve at', { default: '127.0.0.1' }),
    rebuild: flag('build even if nothing has changed'),
  },
};

main(async () => {
  const values = readOptions(START);
  if (!values) return;
  const { port } = values;
  checkNode();
  ensureDependencies();
  ensureBuild(values.rebuild);
  const { preview } = await import('vite');
  const server = await preview({
    root: ROOT,
    preview: { port, host: values.host, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  console.log(`\nDReX Lab is at ${url}\nStop it with Ctrl+C.`);
});
