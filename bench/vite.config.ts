import { defineConfig } from 'vite';

/** The bench page: the engine of the app without the app. */
export default defineConfig({
  root: 'bench/page',
  base: './',
  publicDir: '../../public',
  worker: { format: 'es' },
  build: { outDir: '../../node_modules/.cache/bench', emptyOutDir: true },
});
