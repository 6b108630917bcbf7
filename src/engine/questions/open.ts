import type { Ground } from '../core/ground';
import { openCell, openRemaining, openState } from '../core/number/cells';
import { openChoice, openChoiceShare, openOfItem, openReviews } from '../core/number/choice';
import { openChoicePair, openToward } from '../core/number/choicePair';
import { openCentred, openWord, openWords } from '../core/number/choiceWords';
import { openEffect, openEffectShare, openMasking } from '../core/number/effects';
import { openFeature, openStandardised } from '../core/number/features';
import type { Lens } from '../core/number/lens';
import { openMetric } from '../core/number/metric';
import { lensOn } from '../core/number/optics';
import { openFactor, openHidden, openPair } from '../core/number/pair';
import { type Formula, opened, type Ref } from '../core/number/parts';
import { openCoordinate, openKeyword, openSign, openWeight } from '../core/number/profile';
import { openShare, openSlope } from '../core/number/share';
import { openDampedBias, openDeviation, openReliability, openScale } from '../core/number/statistics';
import { openOfWord, openText } from '../core/number/words';
import { RequestError } from '../core/requestError';
import type { ExpectedNumber, NumberRef, OpenedNumber } from '../openedNumber';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface OpenRequest extends Place {
  readonly ref: NumberRef;
}

/**
 * The formula that made a number of the page, with its live operands. Values are those that the page shows, from the same
 * moments, scores and gates; only what nobody keeps, the inside of an update, is run once more.
 */
export const open = question<OpenRequest, OpenedNumber>({
  replayed: true,
  async answer(ground, { ref, ...asked }) {
    if ('when' in ref) return openThen(ground, asked, ref);
    const ofPair = 'person' in ref && 'item' in ref;
    const { moment, place } = ofPair
      ? await ground.without(asked, ref.person, ref.item)
      : { moment: await ground.at(asked), place: asked };
    const formula = await formulaOf(lensOn(ground, moment), ref);
    const apart = place === asked ? null : 'own-review-left-out';
    return { ...opened(ref, formula, apart), place };
  },
});

/**
 * What was expected around an interaction, whose operands are opened at that moment: those of the pair itself as this is, since
 * elsewhere a pair is opened without what the person has said of the item.
 */
async function openThen(
  ground: Ground,
  asked: Place,
  ref: Ref<'expected' | 'expected-hidden'>,
): Promise<OpenedNumber> {
  const now = await ground.at(asked);
  // Its operands ask for it from before it has happened.
  const row = lensOn(ground, now).rowOfLog(ref.key);
  const moment = now.just(row, ref.when === 'after');
  const { world } = moment;
  if (moment.end === 0) throw new RequestError('ref.when', { is: 'nothing-before' });
  const lens = lensOn(ground, moment);
  const { user, item } = world.scenario.pair(row);
  const pair = { person: lens.id('user', user), item: lens.id('item', item) };
  const { key, when } = ref;
  const formula = await formulaOf(
    lens,
    ref.of === 'expected' ? { of: ref.part, ...pair } : { of: 'hidden', ...pair, unit: ref.unit },
  );
  const then = (open: NumberRef | null): NumberRef | null => {
    if (open === null || !('person' in open && 'item' in open)) return open;
    return open.of === 'hidden'
      ? { of: 'expected-hidden', key, when, unit: open.unit }
      : { of: 'expected', part: open.of as ExpectedNumber, key, when };
  };
  const terms = formula.terms?.map(({ factors, value }) => ({
    factors: factors.map((factor) => ({ ...factor, open: then(factor.open) })),
    value,
  }));
  return {
    ...opened(ref, { ...formula, ...(terms && { terms }) }, when),
    place: { log: asked.log, at: lens.key(world.scenario.order[moment.end - 1]) },
  };
}

/** Numbers that stand at the moment that is asked for. */
type Present = Exclude<NumberRef, { when: unknown }>;

/** What opens each. */
const OPENERS: { readonly [K in Present['of']]: (lens: Lens, ref: Ref<K>) => Promise<Formula> | Formula } = {
  prediction: openPair,
  'user-bias': openPair,
  'item-bias': openPair,
  dot: openPair,
  mlp: openPair,
  hidden: openHidden,
  factor: openFactor,
  'damped-bias': openDampedBias,
  scale: openScale,
  reliability: openReliability,
  deviation: openDeviation,
  state: openState,
  next: openCell,
  update: openCell,
  reset: openCell,
  candidate: openCell,
  gated: openCell,
  contribution: openCell,
  kept: openCell,
  remaining: openRemaining,
  feature: openFeature,
  standardised: openStandardised,
  text: openText,
  attention: openOfWord,
  logit: openOfWord,
  attending: openOfWord,
  'in-context': openOfWord,
  context: openOfWord,
  'effect-share': openEffectShare,
  effect: openEffect,
  masking: openMasking,
  keyword: openKeyword,
  sign: openSign,
  coordinate: openCoordinate,
  share: openShare,
  slope: openSlope,
  choice: openChoice,
  'choice-popularity': openChoice,
  'choice-states': openChoice,
  'choice-initial': openChoice,
  'choice-reviews': openReviews,
  'choice-match': openChoice,
  'choice-words': openWords,
  'choice-silent': openWords,
  'choice-word': openWord,
  'choice-share': openChoiceShare,
  'choice-pair': openChoicePair,
  'choice-toward': openToward,
  'choice-slope': openOfItem,
  'choice-side': openOfItem,
  centred: openCentred,
  metric: openMetric,
  weight: openWeight,
};

function formulaOf(lens: Lens, ref: Present): Promise<Formula> | Formula {
  if (!Object.hasOwn(OPENERS, ref.of)) throw new RequestError('ref.of', { is: 'no-number', name: ref.of });
  return OPENERS[ref.of](lens, ref as never);
}
