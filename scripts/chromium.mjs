import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

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

const can = (command, args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Finds Chromium, or installs Debian's. Throws with the remedy where it cannot. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const remedy =
    'Install Chromium by hand (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.';
  if (!can('apt-get', ['--version']))
    throw new Error(`There is no Chromium and no apt-get to install it with. ${remedy}`);
  const root = process.getuid?.() === 0;
  if (!root && !can('sudo', ['-n', 'true']))
    throw new Error(`There is no Chromium, and installing it needs root. ${remedy}`);
  const run = (...args) =>
    execFileSync(root ? 'apt-get' : 'sudo', root ? args : ['apt-get', ...args], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log('Installing Chromium for the end-to-end tests…');
  try {
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } catch {
    throw new Error(`Chromium could not be installed; is there a network? ${remedy}`);
  }
  const installed = findChromium();
  if (!installed) throw new Error(`apt-get ran, but no Chromium is there. ${remedy}`);
  return installed;
}
