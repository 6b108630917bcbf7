import { RequestError } from '../requestError';
import { type Lens, SYMBOL } from './lens';
import { computed, constant, type Formula, factor, product, type Ref } from './parts';

/** Share of a word in a keyword profile (docs/ARCHITECTURE.md#keyword-weights). */
export async function openKeyword(lens: Lens, { side, id, word }: Ref<'keyword'>): Promise<Formula> {
  const entity = lens.entity(side, id);
  const { mentions, weights } = await lens.optics.profile(lens.moment, side, entity);
  const wordId = lens.catalogue.vocabulary.get(word);
  const value = wordId === undefined ? undefined : weights.get(wordId);
  if (value === undefined) throw new RequestError('ref.word', { is: 'not-in-profile', name: word });
  const other = side === 'user' ? 'item' : 'user';
  const { columns } = lens.moment.world;
  const nameOf = (row: number) => lens.name(other, columns[other][row]);
  const remaining = (row: number, left: number) =>
    computed(
      left,
      String.raw`\lVert c \rVert`,
      { is: 'remaining', name: nameOf(row) },
      { of: 'remaining', side, key: lens.key(row) },
    );
  const spoken = mentions.filter(({ remaining: left, words }) => left > 0 && words.length > 0);
  return {
    about: { is: 'keyword', word, name: lens.name(side, entity) },
    symbol: 'k',
    tex: String.raw`k(w) = \frac{\sum_\tau \lVert c_\tau \rVert\, e_\tau(w)}{\sum_{w'}\sum_\tau \lVert c_\tau \rVert\, e_\tau(w')}`,
    value,
    unit: 'share',
    terms: spoken.flatMap(({ row, remaining: left, words }) =>
      words
        .filter((one) => one.word === wordId)
        .flatMap(({ weight }) =>
          sharesIn(lens, row, word, weight).map(({ share, place }) =>
            product(
              remaining(row, left),
              factor(
                share,
                'e(w)',
                { is: 'word-share', word, name: nameOf(row) },
                place === null ? 'stored' : 'computed',
                place === null ? null : { of: 'effect-share', key: lens.key(row), word: place },
              ),
            ),
          ),
        ),
    ),
    divisor: spoken.map(({ row, remaining: left, words }) =>
      product(
        remaining(row, left),
        factor(
          words.reduce((sum, { weight }) => sum + weight, 0),
          String.raw`\sum e`,
          { is: 'keyword-share', name: nameOf(row) },
          shareOrigin(lens, row),
        ),
      ),
    ),
  };
}

/** The share of a word in a review: as it ships, or of each of its places where the words are read here. */
function sharesIn(
  lens: Lens,
  row: number,
  word: string,
  weight: number,
): readonly { readonly share: number; readonly place: number | null }[] {
  if (shareOrigin(lens, row) === 'stored') return [{ share: weight, place: null }];
  return lens.moment
    .tokens(row)
    .flatMap((token, place) =>
      token.word === word && !token.cut ? [{ share: token.effect ?? 0, place }] : [],
    );
}

/** Effects of words are measured here where the words are read here, and ship with the bundle otherwise. */
const shareOrigin = (lens: Lens, row: number) =>
  lens.moment.world.readings.get(row)?.text ? 'computed' : 'stored';

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
