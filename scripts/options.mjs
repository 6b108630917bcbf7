import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * The options of a command, each described once: reading them, what they may be and the text of --help all come from
 * that description. Plain JavaScript, since `npm start` and `npm test` read theirs before anything is installed.
 */

/** Somebody asked for what a command cannot do; the message is one plain line. */
export class UsageError extends Error {
  name = 'UsageError';
}

const shown = (value) => (value === '' ? 'nothing' : `"${value}"`);
const say = (n) => (Math.abs(n) >= 10_000 ? n.toLocaleString('en') : String(n));

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** "from 1 to 10", "above 0, at most 1" */
const rangeOf = ({ min, max, above }) =>
  [
    above !== undefined &&
      (max === undefined ? `above ${say(above)}` : `above ${say(above)}, at most ${say(max)}`),
    min !== undefined && (max === undefined ? `of at least ${say(min)}` : `from ${say(min)} to ${say(max)}`),
  ]
    .filter(Boolean)
    .join('');

const numeric =
  (noun, fits) =>
  (placeholder, about, rules = {}) => {
    const must = [`a ${noun}`, rangeOf(rules)].filter(Boolean).join(' ');
    return {
      placeholder,
      about,
      must,
      ...rules,
      read: (text, fail) => {
        const value = NUMBER.test(text) ? Number(text) : Number.NaN;
        const { min = -Infinity, max = Infinity, above = -Infinity } = rules;
        return fits(value) && value >= min && value <= max && value > above ? value : fail(`must be ${must}`);
      },
    };
  };

/** A number of any kind within `{ min, max, above }`. */
export const number = numeric('number', Number.isFinite);
/** A whole number within `{ min, max }`. */
export const whole = numeric('whole number', Number.isSafeInteger);

/** Any text but an empty one. */
export const text = (placeholder, about, rules = {}) => ({
  placeholder,
  about,
  ...rules,
  read: (value, fail) => (value.trim() === '' ? fail('must not be empty', null) : value),
});

/** Null where nothing is there, below a file too, or where no path can be so named. */
function there(path) {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code)) return null;
    throw error;
  }
}

const existing =
  (noun, fits) =>
  (placeholder, about, rules = {}) => ({
    placeholder,
    about,
    ...rules,
    read: (path, fail) => {
      const found = there(path);
      if (!found) return fail(`must be a ${noun} that exists`, `there is none at ${shown(path)}`);
      return fits(found) ? path : fail(`must be a ${noun}`);
    },
  });

/** A file to read; it must be there. */
export const file = existing('file', (found) => !found.isDirectory());
/** A folder to read; it must be there. */
export const folder = existing('folder', (found) => found.isDirectory());

/** One of the names `of`. */
export const choice = (placeholder, about, { of, ...rules }) => ({
  placeholder,
  about,
  must: `of ${of.join(', ')}`,
  ...rules,
  read: (value, fail) => (of.includes(value) ? value : fail(`must be one of ${of.join(', ')}`)),
});

/** Some of the names `of`, apart by commas; "-" is none of them where `none` is true. */
export const names = (placeholder, about, { of, none = false, ...rules }) => ({
  placeholder,
  about,
  ...rules,
  read: (value, fail) => {
    if (none && value === '-') return [];
    const all = value.split(',').map((one) => one.trim());
    const odd = all.find((one) => !of.includes(one));
    if (odd !== undefined) return fail(`must be of ${of.join(', ')}, apart by commas`, `not ${shown(odd)}`);
    const twice = all.find((one, k) => all.indexOf(one) < k);
    return twice === undefined ? all : fail(`names ${twice} twice`, null);
  },
});

/** There or not. */
export const flag = (about) => ({ about, flag: true, default: false });

const HELP = flag('this text');

/** How many letters have to change, at least (Levenshtein). */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/** Names that somebody may have meant: a part of one another, or a letter or two apart. */
function meant(name, known) {
  const holding = known.filter((one) => name.length > 2 && (one.includes(name) || name.includes(one)));
  const near = known.filter((one) => distance(name, one) <= Math.min(2, Math.floor(one.length / 3)));
  return [...new Set([...near, ...holding])].slice(0, 3);
}

/**
 * Reads the options of a command; prints the help and returns null where that is asked for.
 * @throws UsageError: one line that names the option, what it may be and what it was.
 */
export function readOptions(command, args = process.argv.slice(2), print = console.log) {
  const options = { ...command.options, help: HELP };
  const known = Object.keys(options);
  const hint = `See: ${command.run} --help`;
  const refuse = (problem) => {
    throw new UsageError(`${problem} ${hint}`);
  };
  // Strict reading would be Node's own messages, which differ by version and speak to programmers.
  const { tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      known.map((name) => [
        name,
        { type: options[name].flag ? 'boolean' : 'string', ...(name === 'help' && { short: 'h' }) },
      ]),
    ),
  });
  if (tokens.some(({ kind, name }) => kind === 'option' && name === 'help')) {
    print(helpOf(command));
    return null;
  }

  const values = {};
  const words = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, value, inlineValue, rawName } = token;
    if (!Object.hasOwn(options, name)) {
      const near = meant(name, known).map((one) => `--${one}`);
      refuse(
        `${rawName} is no option of this command${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '.'}`,
      );
    }
    const option = options[name];
    if (option.flag) {
      if (inlineValue) refuse(`--${name} takes no value.`);
      if (name in values) refuse(`--${name} is given twice.`);
      values[name] = true;
      continue;
    }
    // An option where the value should stand; a negative number and a lone hyphen are values.
    if (value === undefined || (!inlineValue && /^-./.test(value) && !NUMBER.test(value)))
      refuse(`--${name} needs a value: --${name} ${option.placeholder}.`);
    const fail = (must, but = `not ${shown(value)}`) =>
      refuse(`--${name} ${[must, but].filter(Boolean).join(', ')}.`);
    const read = option.read(value, fail);
    if (option.several) values[name] = [...(values[name] ?? []), read];
    else if (name in values) refuse(`--${name} is given twice.`);
    else values[name] = read;
  }

  for (const name of known) {
    const option = options[name];
    if (name in values) continue;
    if (option.required) refuse(`--${name} ${option.placeholder} is missing.`);
    values[name] = option.several ? [] : option.default;
  }
  if (command.words) values.words = readWords(command.words, words, refuse);
  else if (words.length > 0) refuse(`${shown(words[0])} belongs to no option.`);
  return values;
}

function readWords({ of, noun }, words, refuse) {
  const odd = of === undefined ? undefined : words.find((one) => !of.includes(one));
  if (odd !== undefined) refuse(`${shown(odd)} is no ${noun}; there are ${of.join(', ')}.`);
  return words;
}

const WIDTH = 112;

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** What an option may be and what it is where it is left out, in brackets. */
function remarks({ flag: isFlag, must, several, required, default: standard, otherwise }) {
  const without = otherwise ?? (Array.isArray(standard) ? 'all' : standard);
  const all = [
    must,
    several && 'may be given several times',
    required && 'needed',
    !isFlag && without !== undefined && `default ${without}`,
  ].filter(Boolean);
  return all.length > 0 ? ` (${all.join('; ')})` : '';
}

/** The text of --help. */
export function helpOf({ run, about, usage, options, words, notes = '' }) {
  const all = Object.entries({ ...options, help: HELP });
  const heads = all.map(([name, { placeholder }]) => `--${name}${placeholder ? ` ${placeholder}` : ''}`);
  const width = Math.max(...heads.map((head) => head.length)) + 4;
  const rows = all.flatMap(([, option], k) =>
    wrap(option.about + remarks(option), WIDTH - width).map(
      (line, row) => `  ${(row === 0 ? heads[k] : '').padEnd(width - 2)}${line}`,
    ),
  );
  const needed = all.flatMap(([, { required }], k) => (required ? [heads[k]] : []));
  const line = [
    run,
    usage ?? [...needed, words ? `[${words.noun} …]` : '', '[options]'].filter(Boolean).join(' '),
  ];
  const paragraphs = [
    about,
    `  ${line.join(' ')}`,
    rows.join('\n'),
    ...(words?.of
      ? wrap(`Each ${words.noun} is one of ${words.of.join(', ')}.`, WIDTH)
          .join('\n')
          .split('\0')
      : []),
    ...(notes ? [notes.trim()] : []),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Errors that are about what somebody gave or about the machine, not about the code. */
const isPlain = (error) =>
  ['UsageError', 'RefusedError', 'DataError'].includes(error?.name) || typeof error?.syscall === 'string';

/** Runs a command: a plain error ends it with one line, a fault of the code with its stack. */
export function command(work) {
  return Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(isPlain(error) ? error.message : error);
      process.exitCode = 1;
    });
}
