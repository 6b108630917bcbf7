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
    // Other machines may know this one by any name; what is served is public to whoever reaches it.
    preview: { port, host: values.host, strictPort: false, allowedHosts: true },
  });
  const { local = [], network = [] } = server.resolvedUrls ?? {};
  const [first, ...others] = [...local, ...network];
  console.log(`\nDReX Lab is at ${first}`);
  for (const url of others) console.log(`and for other machines on this network at ${url}`);
  if (network.length > 0)
    console.log('There it runs without WebGPU, which browsers offer only over https or on localhost.');
  console.log('Stop it with Ctrl+C.');
});
