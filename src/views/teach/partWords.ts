import { TARGETS, type Target } from '../../lessons/targets';

/** Parts of the page that free play may leave out, as a teacher knows them; what belongs to a lesson alone is not here. */
export const PART_WORDS: { readonly [name in Target]?: string } = {
  nav: 'The tabs of the views',
  actions: 'Undo, link and help',
  menu: 'The menu: data, computing, colours',
  who: 'Who is it for?',
  list: 'The list',
  middle: 'The whole middle: review, change, profiles',
  form: 'Write a review',
  change: 'What the review changed',
  written: 'Reviews written here',
  profiles: 'Profiles',
  match: 'The match of words',
  aspects: 'Aspect ratings',
  'log-file': 'Reviews as a file',
  movers: 'The numbers that moved most',
  pipeline: 'The steps of the update',
  tabs: 'The experiments below the update',
  'lab-cold': 'Cold start',
  'lab-goal': 'Goal seek',
  'lab-loop': 'Feedback loop',
  finding: 'What was found',
  measures: 'The tables behind it',
};

const EVERYWHERE: readonly Target[] = ['nav', 'actions', 'menu'];

const OF_VIEW: { readonly [view: string]: readonly Target[] | undefined } = {
  explore: ['who', 'list', 'middle', 'form', 'change', 'written', 'profiles', 'match', 'aspects', 'log-file'],
  microscope: ['movers', 'pipeline', 'tabs'],
  labs: ['lab-cold', 'lab-goal', 'lab-loop'],
  evidence: ['finding', 'measures'],
};

/** Parts to choose from where free play begins in a view, with those that are hidden already. */
export const partsOffered = (view: string, hidden: readonly Target[]): readonly Target[] => {
  const offered = [...EVERYWHERE, ...(OF_VIEW[view] ?? [])];
  return TARGETS.filter((name) => name in PART_WORDS && (offered.includes(name) || hidden.includes(name)));
};
