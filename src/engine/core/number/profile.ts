import { RequestError } from '../requestError';
import { type Lens, SYMBOL } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

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
  const isPerson = side === 'user';
  return {
    about: { is: 'keyword', word, name: lens.name(side, entity), side },
    symbol: 'k',
    tex: isPerson
      ? String.raw`k_u(w) = \frac{\sum_\tau s_\tau\, m_\tau(w)}{\lVert \sum_\tau s_\tau\, m_\tau \rVert + ${damping}}`
      : String.raw`\hat k_i(w) = \frac{\sum_\tau m_\tau(w)}{\lVert \sum_\tau m_\tau \rVert}`,
    value,
    unit: null,
    terms: mentions.flatMap(({ row, words }, k) =>
      words
        .filter((one) => one.word === wordId)
        .map(({ weight }) => {
          const said = computed(weight, 'm(w)', { is: 'said', word, name: nameOf(row) });
          const sign = computed(factors[k], 's', { is: 'sign', name: nameOf(row) });
          return isPerson ? product(sign, said) : product(said);
        }),
    ),
    divisor: [
      product(computed(norm, String.raw`\lVert \cdot \rVert`, { is: 'profile-norm' })),
      ...(isPerson ? [product(constant(damping, '', { is: 'profile-damping' }))] : []),
    ],
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
  const letter = axis === 0 ? 'x' : 'y';
  return {
    about: { is: 'coordinate', axis, axes, name: lens.name(side, entity) },
    symbol: letter,
    tex: String.raw`${letter} = \sum_d a_d\,(h_d - m_d)`,
    value: direction.reduce((sum, value, d) => sum + (state[d] - mean[d]) * value, 0),
    terms: [
      ...Array.from(direction, (value, d) =>
        product(computed(value, `a_{${d}}`, { is: 'axis', n: d, axes }), {
          ...lens.state(side, entity, d),
          symbol: `${SYMBOL[side]}_{${d}}`,
        }),
      ),
      product(constant(centre, String.raw`a\cdot m`, { is: 'middle', axes }, 'negative')),
    ],
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
    symbol: String.raw`\theta`,
    tex: String.raw`\texttt{${name.replaceAll('_', String.raw`\_`)}}[${shape.length === 2 ? `${Math.floor(index / columns)},\\,${index % columns}` : index}]`,
    value,
    origin: 'weight',
  };
}
