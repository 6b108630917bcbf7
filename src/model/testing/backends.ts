import '@tensorflow/tfjs-backend-cpu';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, ready, setBackend } from '../tf';

/** Starts a backend in Node for a test. @throws Error when another one would run in its place. */
export async function startBackend(backend: string): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(`${dirname(file)}/dist/`);
  if (!(await setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  await ready();
}
