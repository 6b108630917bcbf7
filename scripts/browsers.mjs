import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './apt.mjs';
import { choice, readOptions } from './options.mjs';
import { endToEndCounts, notRun } from './reports.mjs';
import { checkNode, ensureBuild, ensureDependencies, main, run } from './setup.mjs';

const onPath = (command) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path)) ?? null;

const folders = (path) => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []);

/** Debian has it below the folder of the processor, others one level above. */
const findMiniBrowser = () =>
  [
    process.env.MINIBROWSER_PATH,
    ...['/usr/lib', '/usr/libexec']
      .flatMap((path) => [path, ...folders(path).filter((folder) => folder.endsWith('-linux-gnu'))])
      .flatMap(folders)
      .filter((folder) => /webkit2?gtk-[\d.]+$/.test(folder))
      .map((folder) => join(folder, 'MiniBrowser')),
  ].find((path) => path && existsSync(path)) ?? null;

/** `find` gives the variables that the journey needs to start the browser, or null. */
const BROWSERS = [
  {
    name: 'firefox',
    title: 'Firefox',
    packages: ['firefox-esr'],
    remedy:
      'Install it by hand (Debian: apt-get install firefox-esr) or set FIREFOX_PATH to a Firefox of 2025 or newer.',
    find: () => {
      const path = [process.env.FIREFOX_PATH, onPath('firefox-esr'), onPath('firefox')].find(
        (place) => place && existsSync(place),
      );
      return path ? { FIREFOX_PATH: path } : null;
    },
  },
  {
    name: 'webkit',
    title: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    remedy: 'Install it by hand (Debian: apt-get install webkit2gtk-driver xvfb xauth).',
    find: () => {
      const path = findMiniBrowser();
      return path && ['WebKitWebDriver', 'xvfb-run', 'xauth'].every(onPath)
        ? { MINIBROWSER_PATH: path }
        : null;
    },
  },
];

const COMMAND = {
  run: 'npm run test:browsers --',
  about: 'Runs a short journey through the page in Firefox and in WebKit, the engine of iPads.',
  options: { only: choice('NAME', 'one browser', { of: BROWSERS.map(({ name }) => name) }) },
  notes: `
What is missing is installed where apt-get and root are at hand. Otherwise that browser is NOT RUN, and this fails
where it was asked for by name, or where CI is set.`,
};

/** Finds browsers, all or the one of this name, or installs them; what cannot be had comes with the reason. */
export function gatherBrowsers(only) {
  const wanted = BROWSERS.filter(({ name }) => only === undefined || name === only);
  const gathered = { names: [], env: {}, missing: [] };
  for (const { name, title, packages, remedy, find } of wanted)
    try {
      if (!find()) installPackages(title, packages, remedy);
      const env = find();
      if (!env) throw new Error(`apt-get ran, but ${title} is not complete. ${remedy}`);
      gathered.names.push(name);
      Object.assign(gathered.env, env);
    } catch (error) {
      gathered.missing.push({ title, reason: error.message });
    }
  return gathered;
}

/** Command that runs the journey in these browsers on the build that is there. */
export const journey = (names) => [
  'npx',
  ['playwright', 'test', '-c', 'e2e/engines', ...names.map((name) => `--project=${name}`)],
];

if (process.argv[1]?.endsWith('browsers.mjs'))
  main(() => {
    const values = readOptions(COMMAND);
    if (!values) return;
    checkNode();
    ensureDependencies();
    const { names, env, missing } = gatherBrowsers(values.only);
    let failed = missing.length > 0 && Boolean(values.only || process.env.CI);
    if (names.length > 0) {
      ensureBuild();
      const [command, args] = journey(names);
      try {
        run(command, args, { env: { ...process.env, ...env } });
      } catch {
        failed = true;
      }
      const { passed, failed: broken } = endToEndCounts('browsers.json');
      console.log(`${passed} passed, ${broken} failed`);
    }
    for (const line of notRun(missing)) console.log(line);
    if (failed) process.exitCode = 1;
  });
