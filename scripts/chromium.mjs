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

const REMEDY =
  'Install Chromium by hand (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.';

/** Debian's Chromium that has no windows: the same browser, and the same tests take a fifth less of the processor. */
const SHELL = { name: 'chromium-headless-shell', path: '/usr/bin/chromium-headless-shell' };

const firstOf = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** Path of a Chromium on this machine, or null; CHROMIUM_PATH comes first. */
const findChromium = () => firstOf([process.env.CHROMIUM_PATH, ...PLACES]);

/** What the tests run in: {@link SHELL} where it is. */
export const findTestBrowser = () => firstOf([process.env.CHROMIUM_PATH, SHELL.path, ...PLACES]);

/** Finds Chromium, or installs Debian's. Throws with the remedy where it cannot. */
export function ensureChromium() {
  return findChromium() ?? installed(['chromium'], findChromium);
}

/** Finds what the tests run in, or installs it: {@link SHELL}, or a whole Chromium where there is no such package. */
export function ensureTestBrowser() {
  const found = findTestBrowser();
  if (found) return found;
  try {
    return installed([SHELL.name], findTestBrowser);
  } catch {
    return ensureChromium();
  }
}

function installed(packages, find) {
  installPackages('Chromium', packages, REMEDY);
  const path = find();
  if (!path) throw new Error(`apt-get ran, but no Chromium is there. ${REMEDY}`);
  return path;
}
