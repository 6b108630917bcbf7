import { existsSync } from 'node:fs';
import { installPackages } from './apt.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Without the WebGPU flag Linux gives no adapter; with it, and no GPU, SwiftShader computes. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Path of a Chromium on this machine, or null; CHROMIUM_PATH comes first. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path)) ?? null;
}

/** Finds Chromium, or installs Debian's. Throws with the remedy where it cannot. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const remedy =
    'Install Chromium by hand (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.';
  installPackages('Chromium', ['chromium'], remedy);
  const installed = findChromium();
  if (!installed) throw new Error(`apt-get ran, but no Chromium is there. ${remedy}`);
  return installed;
}
