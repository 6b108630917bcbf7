import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How commands write: a folder or a file is replaced in one go, and only where it holds what the same command made
 * earlier, or nothing. Everything else is refused by name, and nothing is ever deleted but files that are known by name.
 * Long, because whoever changes one step of a replacement has to see all of them.
 */

/** Something stands where a command was asked to write; the message is one plain line. */
export class RefusedError extends Error {
  name = 'RefusedError';
}

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Null where nothing is there, below a file too. */
function orNull(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}
const look = (path) => orNull(() => lstatSync(path));
const follow = (path) => orNull(() => statSync(path));

/** Where a path really is, links followed; what is not there yet is taken as it is written. */
function real(path) {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const above = dirname(full);
    return above === full ? full : join(real(above), basename(full));
  }
}

/** Whether a place is a folder or lies within it; both real. */
const within = (place, folder) => {
  const way = relative(folder, place);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
};

/** As few names as tell what stands in the way. */
function few(all) {
  const rest = all.length - 3;
  return all.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Temporary names say whose they are; the six letters at the end are such that the name is new. */
const beside = (target) => join(dirname(target), `.${basename(target)}.drex-`);

/** Deletes named files of a folder, then the folder, if nothing else is in it; whether it is gone. */
function removeKnown(folder, names) {
  for (const name of names) if (look(join(folder, name))) unlinkSync(join(folder, name));
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function writeThrough(path, content) {
  writeFileSync(path, content, { flag: 'wx' });
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** The nearest folder above a path that exists. @throws RefusedError where a file stands in the way. */
function groundOf(path, refuse) {
  for (let place = dirname(path); ; place = dirname(place)) {
    const found = follow(place);
    if (found?.isDirectory()) return place;
    if (found || place === dirname(place))
      return refuse(`${place} is a file, so no folder can be made in it`);
  }
}

/** Tries to write in a folder: rights alone do not tell, as on a disk that is read-only. */
function tryWriting(folder, refuse) {
  try {
    rmdirSync(mkdtempSync(join(folder, '.drex-')));
  } catch (error) {
    refuse(`nothing can be written into ${folder} (${error.code ?? error.message})`);
  }
}

/** What a folder holds beside an earlier result; empty where it may be replaced. Null: no earlier result at all. */
function foreignIn(folder, earlier) {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0) return [];
  const known = earlier.names(folder);
  if (!known) return null;
  return entries.filter((one) => !one.isFile() || !known.has(one.name)).map(({ name }) => name);
}

function refuseForeign(folder, earlier, refuse) {
  const foreign = foreignIn(folder, earlier);
  if (foreign === null)
    refuse(`it holds ${few(readdirSync(folder).sort())}, which is not ${earlier.what}; name a new folder`);
  if (foreign.length > 0)
    refuse(`beside ${earlier.what} it holds ${few(foreign.sort())}; move that away or name a new folder`);
}

/**
 * Puts back what a run set aside that was killed between the two steps of a replacement, so that a folder is never
 * lost: it holds the old or the new result.
 * @returns whether it did.
 */
export function putBack(folder, earlier) {
  const target = resolve(folder);
  if (look(target) || !follow(dirname(target))?.isDirectory()) return false;
  const stem = basename(beside(target));
  const aside = readdirSync(dirname(target))
    .filter((name) => name.startsWith(stem) && name.length === stem.length + 6)
    .map((name) => join(dirname(target), name, 'old'))
    .filter((place) => look(place)?.isDirectory() && foreignIn(place, earlier)?.length === 0);
  // Of several nobody can tell which is meant.
  if (aside.length !== 1) return false;
  renameSync(aside[0], target);
  return true;
}

/**
 * Whether a command may replace a folder; asked before any work is done. Missing and empty folders may be replaced, and
 * those that hold an earlier result and nothing else.
 * @param option what names the folder, for the message: "--out".
 * @param earlier `what` an earlier result is called and the `names(folder)` of its files; null where the folder is none.
 * @param inputs files and folders that are read, by the option that names them: they must not lie inside.
 * @throws RefusedError naming what stands in the way.
 */
export function checkFolder(option, folder, earlier, inputs = {}) {
  const refuse = (problem) => {
    throw new RefusedError(`${option} ${folder}: ${problem}. Nothing was changed.`);
  };
  const target = resolve(folder);
  const place = join(real(dirname(target)), basename(target));
  if (dirname(place) === place) refuse('it is the root of the disk; name a folder of its own');
  const kept = [
    [process.cwd(), 'the folder that the command runs in'],
    [homedir(), 'the home folder'],
    [PROJECT, 'the folder of the project'],
  ];
  for (const [own, what] of kept) {
    if (real(own) === place) refuse(`it is ${what}; name a folder of its own`);
    if (within(real(own), place)) refuse(`${what} lies inside it; name a folder of its own`);
  }
  if (putBack(target, earlier))
    console.error(`${folder} was put back: a run was stopped while it was replacing it.`);
  const found = look(target);
  if (found?.isSymbolicLink()) refuse('it is a link; name the folder that it leads to');
  if (found && !found.isDirectory()) refuse('it is a file; name a folder');
  for (const [name, paths] of Object.entries(inputs))
    for (const path of [paths].flat())
      if (path !== undefined && within(real(path), place))
        refuse(`${name} ${path} lies inside it and would be lost; name another folder`);
  const ground = groundOf(target, refuse);
  if (found) {
    refuseForeign(target, earlier, refuse);
    if (found.dev !== statSync(ground).dev) refuse('it is a disk of its own; name a folder inside it');
    tryWriting(target, refuse);
  }
  tryWriting(ground, refuse);
}

/**
 * Replaces a folder by files in one go: they are written beside it under a name that is new, and then the folders change
 * places. Killed at any moment, the old or the new result is there, if need be put back by {@link putBack}.
 * @param files name → content.
 * @param step told before each step, for tests.
 * @throws RefusedError where something came into the folder meanwhile; the new result is kept and named then.
 */
export function replaceFolder(folder, files, earlier, step = () => {}) {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const room = mkdtempSync(beside(target));
  const [fresh, old] = [join(room, 'new'), join(room, 'old')];
  try {
    mkdirSync(fresh);
    for (const [name, content] of files) {
      step(`write ${name}`);
      writeThrough(join(fresh, name), content);
    }
  } catch (error) {
    removeKnown(fresh, files.keys());
    removeKnown(room, []);
    throw error;
  }
  const keep = (problem) => {
    throw new RefusedError(`${folder}: ${problem}. It was left as it is; the new result is in ${fresh}.`);
  };
  const found = look(target);
  if (found && !found.isDirectory()) keep('it is no folder any more');
  const foreign = found ? foreignIn(target, earlier) : [];
  if (foreign === null || foreign.length > 0)
    keep(`${few(foreign ?? readdirSync(target).sort())} came into it meanwhile`);
  const names = found ? readdirSync(target) : [];
  step('set aside');
  if (found) renameSync(target, old);
  step('put in place');
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (found) renameSync(old, target);
    keep(`it could not be replaced (${error.code ?? error.message})`);
  }
  step('clear up');
  // By name: what came in between the last look and the change is not known, and stays.
  if (found && !removeKnown(old, names))
    throw new RefusedError(`${folder} is replaced. What came into the old one meanwhile is kept in ${old}.`);
  removeKnown(room, []);
}

/** Writes a file in one go: whoever reads it, and whoever is killed, has the old or the new content. */
export function replaceFile(path, content, step = () => {}) {
  const target = resolve(path);
  const found = follow(target);
  // A pipe or a terminal takes what it is given.
  if (found && !found.isFile()) return writeFileSync(target, content);
  const room = mkdtempSync(beside(target));
  const fresh = join(room, 'new');
  try {
    step('write');
    writeThrough(fresh, content);
    step('put in place');
    renameSync(fresh, target);
  } catch (error) {
    if (look(fresh)) unlinkSync(fresh);
    throw error;
  } finally {
    removeKnown(room, []);
  }
}

/**
 * Whether a command may write a file; asked before any work is done. A file that is there is replaced only where it is an
 * earlier result.
 * @param earlier `what` an earlier result is called and whether some content `is` one.
 * @param inputs files and folders that are read, by the option that names them: it must be none of them, nor lie in one.
 * @throws RefusedError naming what stands in the way.
 */
export function checkFile(option, path, earlier, inputs = {}) {
  const refuse = (problem) => {
    throw new RefusedError(`${option} ${path}: ${problem}. Nothing was changed.`);
  };
  const target = resolve(path);
  const found = follow(target);
  if (found?.isDirectory()) refuse('it is a folder; name a file');
  for (const [name, paths] of Object.entries(inputs))
    for (const input of [paths].flat()) {
      if (input === undefined) continue;
      if (real(input) === real(target)) refuse(`it is what ${name} reads; name another file`);
      if (within(real(target), real(input))) refuse(`it lies in what ${name} reads; name a file elsewhere`);
    }
  if (found && !found.isFile()) return;
  if (look(target)?.isSymbolicLink()) refuse('it is a link; name the file that it leads to');
  const ground = dirname(target);
  if (!follow(ground)?.isDirectory()) refuse(`there is no folder ${ground}`);
  if (found && !earlier.is(readFileSync(target)))
    refuse(`it is there already and is not ${earlier.what}; move it away or name another file`);
  tryWriting(ground, refuse);
}

/** Whether a command may keep files of its own in a folder, beside what else is there. @throws RefusedError */
export function checkPlace(option, folder) {
  const refuse = (problem) => {
    throw new RefusedError(`${option} ${folder}: ${problem}. Nothing was changed.`);
  };
  const target = resolve(folder);
  const found = follow(target);
  if (found && !found.isDirectory()) refuse('it is a file; name a folder');
  tryWriting(found ? target : groundOf(target, refuse), refuse);
}

/** JSON of a file's content; undefined where it is none. */
export function jsonOf(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
