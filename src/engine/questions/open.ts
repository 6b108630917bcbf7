import type { Ground } from '../core/ground';
import { openCell, openRemaining, openState } from '../core/number/cells';
import { openEffect, openEffectShare, openMasking } from '../core/number/effects';
import { openFeature, openStandardised } from '../core/number/features';
import type { Lens } from '../core/number/lens';
import { openMetric } from '../core/number/metric';
import { lensOn } from '../core/number/optics';
import { openExpected, openExpectedHidden, openFactor, openHidden, openPair } from '../core/number/pair';
import { type Formula, opened, type Ref } from '../core/number/parts';
import { openCoordinate, openKeyword, openWeight } from '../core/number/profile';
import { openShare, openSlope } from '../core/number/share';
import { openDampedBias, openDeviation, openReliability, openScale } from '../core/number/statistics';
import { openAttending, openAttention, openContext, openText } from '../core/number/words';
import { RequestError } from '../core/requestError';
import type { NumberRef, OpenedNumber } from '../openedNumber';
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

/** What was expected around an interaction, whose operands are opened at that moment. */
async function openThen(
  ground: Ground,
  asked: Place,
  ref: Ref<'expected' | 'expected-hidden'>,
): Promise<OpenedNumber> {
  const now = await ground.at(asked);
  // Its operands ask for it from before it has happened.
  const row = lensOn(ground, now).rowOfLog(ref.key);
  const moment = now.just(row, ref.when === 'after');
  const { order } = moment.world.scenario;
  if (moment.end === 0)
    throw new RequestError(
      'ref.when',
      'nothing has happened before this interaction, so the moment before it has no place in the log',
    );
  const lens = lensOn(ground, moment);
  const formula = await (ref.of === 'expected'
    ? openExpected(lens, row, ref)
    : openExpectedHidden(lens, row, ref));
  return {
    ...opened(ref, formula, ref.when),
    place: { log: asked.log, at: lens.key(order[moment.end - 1]) },
  };
}

function formulaOf(lens: Lens, ref: Exclude<NumberRef, { when: unknown }>): Promise<Formula> | Formula {
  switch (ref.of) {
    case 'prediction':
    case 'user-bias':
    case 'item-bias':
    case 'dot':
    case 'mlp':
      return openPair(lens, ref);
    case 'hidden':
      return openHidden(lens, ref);
    case 'factor':
      return openFactor(lens, ref);
    case 'damped-bias':
      return openDampedBias(lens, ref);
    case 'scale':
      return openScale(lens, ref);
    case 'reliability':
      return openReliability(lens, ref);
    case 'deviation':
      return openDeviation(lens, ref);
    case 'state':
      return openState(lens, ref);
    case 'next':
    case 'update':
    case 'reset':
    case 'candidate':
    case 'gated':
    case 'contribution':
    case 'kept':
      return openCell(lens, ref);
    case 'remaining':
      return openRemaining(lens, ref);
    case 'feature':
      return openFeature(lens, ref);
    case 'standardised':
      return openStandardised(lens, ref);
    case 'text':
      return openText(lens, ref);
    case 'attention':
    case 'logit':
      return openAttention(lens, ref);
    case 'attending':
      return openAttending(lens, ref);
    case 'in-context':
    case 'context':
      return openContext(lens, ref);
    case 'effect-share':
      return openEffectShare(lens, ref);
    case 'effect':
      return openEffect(lens, ref);
    case 'masking':
      return openMasking(lens, ref);
    case 'keyword':
      return openKeyword(lens, ref);
    case 'coordinate':
      return openCoordinate(lens, ref);
    case 'share':
      return openShare(lens, ref);
    case 'slope':
      return openSlope(lens, ref);
    case 'metric':
      return openMetric(lens, ref);
    case 'weight':
      return openWeight(lens, ref);
    default:
      throw new RequestError('ref.of', `there is no number "${(ref as { of: unknown }).of}"`);
  }
}
