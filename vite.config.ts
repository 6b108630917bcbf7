import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** TensorFlow.js in chunks of its own, so that its size can be told from the application's. */
const chunkFileNames = (chunk: { name: string; moduleIds: readonly string[] }): string => {
  const tensorflow = chunk.moduleIds.some((id) => /node_modules\/@tensorflow|wasmBackend/.test(id));
  return `assets/${tensorflow ? 'tfjs-' : ''}${chunk.name}-[hash].js`;
};

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es', rolldownOptions: { output: { chunkFileNames, comments: false } } },
  optimizeDeps: {
    // Found late, they would make the first start reload the page.
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      'comlink',
      'hyparquet',
      'zod',
    ],
  },
  test: { include: ['src/**/*.test.ts', 'pretrain/**/*.test.ts'] },
});
