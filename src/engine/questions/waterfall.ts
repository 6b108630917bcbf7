import type { Waterfall } from '../answers';
import { buildWaterfall } from '../core/waterfall';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface WaterfallRequest extends Place {
  readonly person: string;
  readonly item: string;
}

export const waterfall = question<WaterfallRequest, Waterfall>({
  replayed: true,
  async answer(ground, { person, item, ...place }) {
    const row = ground.item(item);
    const moment = await ground.at(place);
    const user = ground.person(moment, person);
    return buildWaterfall(ground.catalogue, moment, await ground.scores(moment, user), user, row);
  },
});
