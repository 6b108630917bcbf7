import { parseArgs } from 'node:util';
import { checkNode, ensureBuild, ensureDependencies, main, ROOT } from './setup.mjs';

const HELP = `Serves the production build of the demo; installs and builds first where needed.

  npm start -- [--port 4173] [--host 127.0.0.1] [--rebuild]
`;

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
  ensureBuild(values.rebuild);
  const { preview } = await import('vite');
  const server = await preview({
    root: ROOT,
    preview: { port, host: values.host, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  console.log(`\nDReX Lab is at ${url}\nStop it with Ctrl+C.`);
});
