import { execFileSync } from 'node:child_process';

const can = (command, args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

let updated = false;

/** Installs packages of Debian for what is named `title`. Throws with the remedy where it cannot. */
export function installPackages(title, packages, remedy) {
  if (!can('apt-get', ['--version']))
    throw new Error(`There is no ${title} and no apt-get to install it with. ${remedy}`);
  const root = process.getuid?.() === 0;
  if (!root && !can('sudo', ['-n', 'true']))
    throw new Error(`There is no ${title}, and installing it needs root. ${remedy}`);
  const run = (...args) =>
    execFileSync(root ? 'apt-get' : 'sudo', root ? args : ['apt-get', ...args], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`Installing ${title} for the tests…`);
  try {
    if (!updated) run('update', '-qq');
    updated = true;
    run('install', '-y', '-qq', '--no-install-recommends', ...packages);
  } catch {
    throw new Error(`${title} could not be installed; is there a network? ${remedy}`);
  }
}
