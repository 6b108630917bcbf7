import type { AxesOf } from '../engine/answers';
import type { NumberRef } from '../engine/openedNumber';
import type { SimulatedLog } from '../engine/simulatedLog';
import { decodeLog, encodeLog } from './linkLog';
import { decodeNumbers, encodeNumber } from './linkNumber';

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

/** The part of a link after `#`; the log is deflated lines of JSON in base64url. */
export async function encodeLink(state: LinkState): Promise<string> {
  const params = new URLSearchParams();
  if (state.screen !== 'explore') params.set('view', state.screen);
  if (state.person) params.set('person', state.person);
  if (state.item) params.set('item', state.item);
  if (state.at) params.set('at', state.at);
  if (state.axes !== AXES[0]) params.set('axes', state.axes);
  for (const name of SETTING_NAMES) {
    const value = state.settings[name];
    if (value && SETTINGS[name] === state.screen) params.set(name, value);
  }
  for (const number of state.numbers) params.append('number', encodeNumber(number));
  if (state.model) params.set('model', state.model.slice(0, 12));
  const log = await encodeLog(state.log);
  if (log) params.set('log', log);
  return params.toString();
}

/** Reads what {@link encodeLink} wrote. Never throws: what is damaged is left out and said. */
export async function decodeLink(hash: string): Promise<ReadLink> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const { log, expected, whole } = await decodeLog(params.get('log') ?? '');
  const { numbers, broken } = decodeNumbers(params.getAll('number'));
  const problems = [
    ...(whole ? [] : [damage(log.length, expected)]),
    ...(broken === null ? [] : [`A number in this link, “${broken}”, is damaged; the way to it was kept.`]),
  ];
  return {
    screen: SCREENS.find((name) => name === params.get('view')) ?? 'explore',
    person: params.get('person'),
    item: params.get('item'),
    at: params.get('at'),
    axes: AXES.find((name) => name === params.get('axes')) ?? AXES[0],
    settings: Object.fromEntries(
      SETTING_NAMES.flatMap((name) => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    numbers,
    model: params.get('model'),
    log,
    problem: problems.length > 0 ? problems.join(' ') : null,
  };
}

function damage(kept: number, expected: number | null): string {
  if (kept === 0)
    return 'The reviews in this link are damaged and were left out. The person and the item were kept.';
  if (expected === kept) return `This link is damaged at its end; all ${kept} of its reviews could be kept.`;
  const part = expected === null ? `${kept}` : `${kept} of ${expected}`;
  return `This link is damaged: ${part} reviews could be kept, the others were left out.`;
}
