import type { AxesOf } from '../engine/answers';
import { DIAL } from '../engine/choice';
import type { NumberRef } from '../engine/openedNumber';
import type { SimulatedLog } from '../engine/simulatedLog';
import { type Field, named, oneOf, word } from './linkField';
import { decodeLog, encodeLog } from './linkLog';
import { decodeNumbers, encodeNumber } from './linkNumber';
import { migrate, writeVersion } from './linkVersion';
import type { Said } from './said';

/** Name of a view of the page. Which there are is for the page to say: the session is given them. */
export type Screen = string;

/** What a link has to know of a view. */
export interface LinkedScreen {
  readonly name: Screen;
  /** What it is set to, and keeps in the link while it is shown. */
  readonly settings: readonly string[];
}

/** The views of the page; a link that names none opens the first. */
export type Screens = readonly [LinkedScreen, ...LinkedScreen[]];

/** Whose axes the map may have; a link that names none has the first. */
export const AXES = ['items', 'people'] as const satisfies readonly AxesOf[];

/** Each view reads its own, and takes what it would begin with where one is missing or makes no sense. */
export type Settings = Readonly<Record<string, string | undefined>>;

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
  /** How many times popularity counts in the list. */
  readonly times: number;
  /** First digits of the model hash that the link was made with; null when it does not say. */
  readonly model: string | null;
}

export interface ReadLink extends LinkState {
  /** What could not be kept; empty when all is well. */
  readonly problems: readonly Said[];
}

/** All fields of a link, in the order in which an address has them; a new one is one row. */
const fieldsOf = (
  screens: Screens,
): { readonly [name in keyof LinkState]: Field<LinkState[name], LinkState> } => ({
  screen: oneOf(
    'view',
    screens.map(({ name }) => name),
    'no-view',
  ),
  person: word('person'),
  item: word('item'),
  at: word('at'),
  axes: oneOf('axes', AXES, 'no-axes'),
  settings: {
    write: (settings, { screen }) =>
      given(
        screens.filter(({ name }) => name === screen),
        (name) => settings[name],
      ),
    read: (params) => ({ value: Object.fromEntries(given(screens, (name) => params.get(name))) }),
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
  times: named<number>({
    name: 'popularity',
    missing: 1,
    write: (times) => (times === 1 ? [] : [times === Number.POSITIVE_INFINITY ? ALONE : String(times)]),
    read: ([text]) => {
      const times = text === ALONE ? Number.POSITIVE_INFINITY : Number(text || Number.NaN);
      return DIAL.includes(times) ? { value: times } : { value: 1, problem: { is: 'no-times', name: text } };
    },
  }),
});

/** As a link says that nothing but popularity counts. */
const ALONE = 'alone';

/** Settings of views that have a value, with it. */
const given = (screens: readonly LinkedScreen[], of: (name: string) => string | null | undefined) =>
  screens
    .flatMap(({ settings }) => settings)
    .flatMap((name) => {
      const value = of(name);
      return value ? [[name, value] as const] : [];
    });

/** The part of a link after `#`. */
export async function encodeLink(state: LinkState, screens: Screens): Promise<string> {
  const params = new URLSearchParams();
  writeVersion(params);
  const fields = fieldsOf(screens);
  const write = async <K extends keyof LinkState>(name: K) => fields[name].write(state[name], state);
  for (const name of Object.keys(fields) as (keyof LinkState)[])
    for (const [called, text] of await write(name)) params.append(called, text);
  return params.toString();
}

/** Reads what {@link encodeLink} wrote, of any version. Never throws: what is damaged is left out and said. */
export async function decodeLink(hash: string, screens: Screens): Promise<ReadLink> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const problems = [migrate(params)];
  const state: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(fieldsOf(screens))) {
    const { value, problem = null } = await read(params);
    state[name] = value;
    problems.push(problem);
  }
  return { ...(state as unknown as LinkState), problems: problems.filter((one) => one !== null) };
}
