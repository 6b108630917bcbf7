import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** TensorFlow.js in chunks of its own, so that its size can be told from the application's; each backend is lazy. */
const chunkFileNames = (chunk: { name: string; moduleIds: readonly string[] }): string => {
  const backends = chunk.moduleIds
    .map((id) => /@tensorflow\/tfjs-backend-(\w+)/.exec(id)?.[1])
    .filter(Boolean);
  const name = chunk.name === 'dist' || chunk.name === 'wasmBackend' ? `tfjs-${backends.at(-1)}` : chunk.name;
  return `assets/${name}-[hash].js`;
};

/** What several backends share must not land in one of them, or the CPU backend would load WebGPU's. */
const tensorflowGroups = [
  { name: 'tfjs-core', test: /node_modules\/@tensorflow\/tfjs-core/, priority: 2 },
  { name: 'tfjs-shared', test: /node_modules\/@tensorflow\/tfjs-backend-cpu\/dist\/shared\.js/, priority: 1 },
];

/**
 * All that the worker starts with, apart from the file that starts it, so that no lazy part imports that file: WebKit runs
 * the first script of a worker once more when another one imports it, and then two engines answer.
 */
const engineGroup = {
  name: 'engine',
  tags: ['$initial' as const],
  test: /^(?!.*\/src\/engine\/(?:w|easeW)orker\.ts$)/,
};

/** What the page starts with, in one file: dozens of small ones, one for each part that a lazy view shares, pack worse. */
const pageGroup = { name: 'page', tags: ['$initial' as const] };

/** Every browser that runs the page reads WOFF2, the first of the formats that KaTeX names for each font. */
const katexFonts: Plugin = {
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex\.min\.css/.test(id)) return null;
    return code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, '');
  },
};

export default defineConfig({
  base: './',
  plugins: [react(), katexFonts],
  // The budgets are scripts/size.mjs; the default warning counts bytes before compression.
  // Scripts of a lazy view are not preloaded: one that did not come would count as missing for ever in some browsers.
  build: {
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [pageGroup] } } },
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        chunkFileNames,
        comments: false,
        codeSplitting: { groups: [...tensorflowGroups, engineGroup] },
      },
    },
  },
  optimizeDeps: {
    // Found late, they would make the first start reload the page.
    include: [
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      'comlink',
      'hyparquet',
      'zod',
    ],
  },
  test: {
    include: ['src/**/*.test.ts', 'pretrain/**/*.test.ts', 'scripts/**/*.test.{mjs,ts}'],
    setupFiles: ['scripts/fast-check.mjs'],
    // No test is about time: a busy machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
