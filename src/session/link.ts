import type { AxesOf } from '../engine/answers';
import type { NumberRef } from '../engine/openedNumber';
import type { SimulatedLog } from '../engine/simulatedLog';
import { type Field, named, oneOf, word } from './linkField';
import { decodeLog, encodeLog } from './linkLog';
import { decodeNumbers, encodeNumber } from './linkNumber';
import { migrate, writeVersion } from './linkVersion';

/** The views of the page; a link that names none opens the first. */
export const SCREENS = ['explore', 'evidence', 'timeline', 'map', 'labs', 'microscope'] as const;
export type Screen = (typeof SCREENS)[number];

/** Whose axes the map may have; a link that names none has the first. */
export const AXES = ['items', 'people'] as const satisfies readonly AxesOf[];

/** What a view is set to, by the view that has it in the link. */
const SETTINGS = {
  interaction: 'microscope',
  station: 'microscope',
  side: 'timeline',
  picked: 'timeline',
  left: 'timeline',
  right: 'timeline',
} as const satisfies Record<string, Screen>;
const SETTING_NAMES = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

/** Each view reads its own, and takes what it would begin with where one is missing or makes no sense. */
export type Settings = { readonly [name in keyof typeof SETTINGS]?: string | undefined };

/** What a link carries: where one looks, and what one wrote. */
export interface LinkState {
  readonly screen: Screen;
  readonly person: string | null;
  readonly item: string | null;
  /** Key of the interaction after which everything is shown; null for the present. */
  readonly at: string | null;
  /** Whose axes the map has. */
  readonly axes: AxesOf;
  readonly settings: Settings;
  /** The way from a number of the page to the one that is opened; empty when none is. */
  readonly numbers: readonly NumberRef[];
  readonly log: SimulatedLog;
  /** First digits of the model hash that the link was made with; null when it does not say. */
  readonly model: string | null;
}

export interface ReadLink extends LinkState {
  /** What could not be kept, in plain words; null when all is well. */
  readonly problem: string | null;
}

/** All fields of a link, in the order in which an address has them; a new one is one row. */
const FIELDS: { readonly [name in keyof LinkState]: Field<LinkState[name], LinkState> } = {
  screen: oneOf('view', SCREENS, (name) => `This page has no view “${name}”; the first is shown.`),
  person: word('person'),
  item: word('item'),
  at: word('at'),
  axes: oneOf('axes', AXES, (name) => `The map has no axes “${name}”; those of ${AXES[0]} are drawn.`),
  settings: {
    write: (settings, { screen }) => given((name) => SETTINGS[name] === screen && settings[name]),
    read: (params) => ({ value: Object.fromEntries(given((name) => params.get(name))) }),
  },
  numbers: named<LinkState['numbers']>({
    name: 'number',
    missing: [],
    write: (numbers) => numbers.map(encodeNumber),
    read: decodeNumbers,
  }),
  model: word('model', (hash) => hash.slice(0, 12)),
  log: named<SimulatedLog>({
    name: 'log',
    missing: [],
    write: async (log) => (log.length > 0 ? [await encodeLog(log)] : []),
    read: ([code]) => decodeLog(code),
  }),
};

/** Settings that have a value, with it. */
const given = (of: (name: keyof Settings) => string | false | null | undefined) =>
  SETTING_NAMES.flatMap((name) => {
    const value = of(name);
    return value ? [[name, value] as const] : [];
  });

/** The part of a link after `#`. */
export async function encodeLink(state: LinkState): Promise<string> {
  const params = new URLSearchParams();
  writeVersion(params);
  const write = async <K extends keyof LinkState>(name: K) => FIELDS[name].write(state[name], state);
  for (const name of Object.keys(FIELDS) as (keyof LinkState)[])
    for (const [called, text] of await write(name)) params.append(called, text);
  return params.toString();
}

/** Reads what {@link encodeLink} wrote, of any version. Never throws: what is damaged is left out and said. */
export async function decodeLink(hash: string): Promise<ReadLink> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const problems = [migrate(params)];
  const state: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(FIELDS)) {
    const { value, problem = null } = await read(params);
    state[name] = value;
    problems.push(problem);
  }
  return { ...(state as unknown as LinkState), problem: problems.filter(Boolean).join(' ') || null };
}
