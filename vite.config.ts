import { gzipSync } from 'node:zlib';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

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

/**
 * What starts the worker in one file, and the page behind it in another, with all that it imports: dozens of small ones, one
 * for each part that a lazy view shares, pack worse, and come one after the other. So does the main view in a third.
 */
const pageGroups = [
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { name: 'page', test: /\/src\/page\.tsx$/, priority: 1 },
  { name: 'explore', test: /\/src\/views\/Explore\.tsx$/ },
];

/** WASM runs in one thread (`src/engine/core/wasmBackend.ts`): what starts more of them is left out of the build. */
const oneThread: Plugin = {
  name: 'one-thread',
  apply: 'build',
  enforce: 'pre',
  transform(_, id) {
    if (/tfjs-backend-wasm-threaded-simd\.worker\.js$/.test(id))
      return 'export const wasmWorkerContents = "";';
    return /tfjs-backend-wasm-threaded-simd\.js$/.test(id) ? 'export default null;' : null;
  },
};

/**
 * React's compiler for what a review draws anew, so that on a slow processor only what changed is. Not for all: it makes
 * each view about an eighth larger, and the others are not waited for at each review.
 */
const firstViewCompiled = babel({
  include:
    /\/src\/(?:ui\/(?:figure\/)?|views\/(?:(?:change|profile|recommended|review|shared|who)\/)?)[^/]+\.tsx?$/,
  presets: [reactCompilerPreset()],
});

/** Every browser that runs the page reads WOFF2, the first of the formats that KaTeX names for each font. */
const katexFonts: Plugin = {
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex\.min\.css/.test(id)) return null;
    return code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, '');
  },
};

/** Scripts that a script imports at once. Lazy imports have a bracket before the quote. */
const importsOf = (code: string): string[] =>
  Array.from(code.matchAll(/(?:import|from)\s*["'`]\.\/([\w.-]+\.js)/g), ([, name]) => `assets/${name}`);

/** A script of the page, or of a worker, which is a file like any other. */
const codeOf = (file: { readonly code: string } | { readonly source: string | Uint8Array }): string =>
  'code' in file ? file.code : String(file.source);

const PAGE_SIZE = '<!-- page-size -->';

/** Megabytes that the first scripts are on their way, as a server packs them: the first words say so. */
const sizeOf = (codes: readonly string[]): string =>
  (codes.reduce((sum, code) => sum + gzipSync(code).length, 0) / 1e6).toFixed(1);

/** Says how much of the first scripts has come, file by file, before any of them runs. @param total bytes, unpacked */
const counting = (total: number): string =>
  `let come=0;new PerformanceObserver(l=>{for(const{name,decodedBodySize:n}of l.getEntries())if(/\\/assets\\/[^/]*\\.js$/.test(name))come+=n;const e=document.getElementById('come');if(e&&come)e.textContent=', '+Math.min(99,Math.round(100*come/${total}))+' % of it is here'}).observe({type:'resource',buffered:true})`;

/**
 * What the worker starts with is fetched beside the page’s own script. Else the line lies idle until that has run, and once
 * more for each script that imports another: over a slow one the first list came a third later.
 */
const workerFirst: Plugin = {
  name: 'worker-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const files = Object.values(bundle);
      const named = (pattern: RegExp) => files.filter(({ fileName }) => pattern.test(fileName));
      const found = new Set(named(/\/(?:page|worker|tfjs-wasm|tfjs-shared)-[^/]*\.js$/));
      // A set grows while it is walked.
      for (const file of found)
        for (const name of importsOf(codeOf(file)))
          for (const one of files) if (one.fileName === name) found.add(one);
      const link = (rel: string, fileName: string, more = {}) => ({
        tag: 'link',
        attrs: { rel, href: `./${fileName}`, ...more },
        injectTo: 'head' as const,
      });
      const codes = Array.from(found, codeOf);
      const tags = [
        ...Array.from(found, ({ fileName }) => link('modulepreload', fileName)),
        // Put to use with the page's own script: the first words need no styles but their own, and must not wait for it.
        ...named(/\/page-[^/]*\.css$/).map(({ fileName }) =>
          link('preload', fileName, { as: 'style', crossorigin: true }),
        ),
        ...named(/wasm-simd-[^/]*\.wasm$/).map(({ fileName }) => link('prefetch', fileName)),
      ];
      const total = codes.reduce((sum, code) => sum + Buffer.byteLength(code), 0);
      const size = `, ${sizeOf(codes)} MB<span id="come"></span>`;
      return {
        html: html.replace(PAGE_SIZE, size),
        tags: [...tags, { tag: 'script', children: counting(total), injectTo: 'head-prepend' as const }],
      };
    },
  },
};

/**
 * What is kept for a time without a network: all that a class needs. Other data sets are kept on request (their manifests
 * stand here for their versions alone: `src/serviceWorker.ts`), the code of a GPU once it was used; alphabets in which no
 * formula is set are not.
 */
const offline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'serviceWorker.ts',
  registerType: 'prompt',
  // By the page itself, once the first list is there: src/session/offline.ts.
  injectRegister: false,
  manifest: false,
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: [
      'index.html',
      'favicon.svg',
      'assets/**/*.{js,css,wasm,woff2}',
      'lessons/**/*.json',
      'datasets/index.json',
      'datasets/teas/**',
      'datasets/*/manifest.json',
    ],
    globIgnores: [
      'assets/tfjs-webgpu-*',
      'assets/KaTeX_{AMS,Caligraphic,Fraktur,SansSerif,Script,Typewriter}-*',
    ],
    maximumFileSizeToCacheInBytes: 4_000_000,
  },
});

const EVERY_TEST = ['src/**/*.test.ts', 'pretrain/**/*.test.ts', 'scripts/**/*.test.{mjs,ts}'];
/** Files of tests that put a module in the place of another one, which those after them would find (`scripts/tree.test.ts`). */
const MOCKING = [
  'src/engine/questions/view.test.ts',
  ...['draft', 'nothingLost', 'resources', 'session', 'start'].map((name) => `src/session/${name}.test.ts`),
];

const unitTests = (
  name: string,
  how: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, setupFiles: ['scripts/fast-check.mjs'], ...how },
});

export default defineConfig({
  base: './',
  plugins: [react(), firstViewCompiled, katexFonts, workerFirst, offline],
  // The budgets are scripts/size.mjs; the default warning counts bytes before compression.
  // Scripts of a lazy view are not preloaded: one that did not come would count as missing for ever in some browsers.
  build: {
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: pageGroups } } },
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
  },
  worker: {
    format: 'es',
    plugins: () => [oneThread],
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
    // No test is about time: a busy machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // TensorFlow.js and its kernels are loaded once for many files, which takes less than half the time.
      unitTests('together', { include: EVERY_TEST, exclude: MOCKING, isolate: false }),
      unitTests('alone', { include: MOCKING }),
    ],
  },
});
