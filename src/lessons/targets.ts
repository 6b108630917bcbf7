/**
 * Parts of the page that a lesson may light up or hide, by name. A part says its name itself (`data-target`), so that a lesson
 * reaches nothing that is not here; `e2e/lesson.spec.ts` finds each of them on the page.
 */
export const TARGETS = [
  // The bar: the views, undo and help, the menu.
  'nav',
  'actions',
  'menu',
  // Explore: people, and how another is chosen; what is written and its effect, with the profiles, of which the words’ match and the aspects can go; the list.
  'who',
  'people',
  'middle',
  'form',
  'change',
  'written',
  'profiles',
  'match',
  'aspects',
  'log-file',
  'list',
  // The microscope: the update with its movers and its pipeline; the tabs below it.
  'update',
  'movers',
  'pipeline',
  'tabs',
  // The other views, whole.
  'timeline',
  'map',
  'labs',
  'lab-cold',
  'lab-goal',
  'lab-loop',
  'others',
  'evidence',
  // Of the evidence: what was found, on one screen; below it, behind Details, the faithfulness of words, and all else.
  'finding',
  'faithfulness',
  'measures',
  // In the menu: how another data set is chosen.
  'datasets',
] as const;

export type Target = (typeof TARGETS)[number];
