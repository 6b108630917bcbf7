import { coordinate, keyword, sign, WEIGHT, weightTex } from '../../../model/equations/profile';
import { named } from '../../../model/equations/tex';
import { BENEFIT, signOf } from '../../../model/signs';
import { RequestError } from '../requestError';
import { ownLevelAt } from '../sayings';
import { byId, type Lens } from './lens';
import { computed, constant, type Formula, found, type Ref } from './parts';

/** k(w), the weight of a word in a keyword profile (docs/ARCHITECTURE.md#keyword-weights). */
export async function openKeyword(lens: Lens, { side, id, word }: Ref<'keyword'>): Promise<Formula> {
  const entity = lens.entity(side, id);
  const { mentions, weights, factors, norm, damping } = await lens.optics.profile(lens.moment, side, entity);
  const wordId = lens.catalogue.vocabulary.get(word);
  const value = wordId === undefined ? undefined : weights.get(wordId);
  if (value === undefined) throw new RequestError('ref.word', { is: 'not-in-profile', name: word });
  const other = side === 'user' ? 'item' : 'user';
  const { columns } = lens.moment.world;
  const nameOf = (row: number) => lens.name(other, columns[other][row]);
  const said = mentions.flatMap(({ row, words, interaction: { key } }, k) =>
    words
      .filter((one) => one.word === wordId)
      .map((one) => ({ ...one, key, sign: factors[k](one), name: nameOf(row) })),
  );
  const find = byId({
    said: (k) => computed(said[k].weight, { is: 'said', word, name: said[k].name }),
    sign: (k) =>
      computed(
        said[k].sign,
        { is: 'sign', name: said[k].name, tone: said[k].tone ?? 0 },
        { of: 'sign', key: said[k].key, word },
      ),
    norm: () => computed(norm, { is: 'profile-norm' }),
    damping: () => constant(damping, { is: 'profile-damping' }),
  });
  return {
    about: { is: 'keyword', word, name: lens.name(side, entity), side },
    value,
    unit: null,
    ...lens.formula(keyword(side), { word: 0 }, find, { reviews: said.length }),
  };
}

/** What a word of a review counts in the profile of its writer. */
export function openSign(lens: Lens, { key, word }: Ref<'sign'>): Formula {
  const { catalogue, moment } = lens;
  const row = lens.row(key);
  const { user, item } = moment.world.scenario.pair(row);
  const one = moment.keywords(row).find(({ word: id }) => id === catalogue.vocabulary.get(word));
  if (!one) throw new RequestError('ref.word', { is: 'not-in-profile', name: word });
  const rating = moment.world.scenario.givenRating(row);
  const meant = Number.isNaN(rating) ? moment.told(row) : rating;
  const own = ownLevelAt(catalogue, moment, moment.rowsOf('user', user));
  const names = { item: lens.name('item', item), person: lens.name('user', user) };
  const find = byId({
    rating: () =>
      Number.isNaN(rating)
        ? computed(meant, { is: 'told', name: names.item })
        : found(rating, { is: 'rating', ...names }, 'given'),
    'own-level': () => computed(own, { is: 'own-level' }),
    tone: () => computed(one.tone ?? 0, { is: 'tone', word }),
    benefit: () => constant(BENEFIT, { is: 'benefit' }),
  });
  return {
    about: { is: 'sign', word, name: names.item },
    value: signOf(meant - own, one.tone),
    ...lens.formula(sign(catalogue.config.tone !== undefined), { word: 0 }, find),
  };
}

/** A coordinate on the map: the state, seen from the middle, along one axis. */
export async function openCoordinate(
  lens: Lens,
  { axes, axis, side, id }: Ref<'coordinate'>,
): Promise<Formula> {
  lens.within('axis', axis, 2);
  const entity = lens.entity(side, id);
  const { mean, directions } = (await lens.optics.projection(axes)).axes;
  const direction = directions[axis];
  const state = lens.moment.state(side, entity);
  const centre = direction.reduce((sum, value, d) => sum + value * mean[d], 0);
  const find = byId({
    axis: (n) => computed(direction[n], { is: 'axis', n, axes }),
    state: (n) => lens.state(side, entity, n),
    middle: () => constant(centre, { is: 'middle', axes }),
  });
  return {
    about: { is: 'coordinate', axis, axes, name: lens.name(side, entity) },
    value: direction.reduce((sum, value, d) => sum + (state[d] - mean[d]) * value, 0),
    ...lens.formula(coordinate(axis, side), {}, find),
  };
}

/** A number of a weight: here it ends. */
export function openWeight(lens: Lens, { name, index }: Ref<'weight'>): Formula {
  const { value, shape } = lens.weightAt(name, index);
  const columns = shape.at(-1) ?? 1;
  const word =
    name === 'text/embedding' ? lens.catalogue.bundle.vocabulary.word[Math.floor(index / columns)] : null;
  return {
    about: { is: 'weight', weight: name, shape, index, word },
    ...named(WEIGHT, []),
    tex: weightTex(name, index, shape),
    value,
    origin: 'weight',
  };
}
