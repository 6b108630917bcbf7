import type { Mentioned } from '../../../engine/questions/sentences';
import { day } from '../../../ui/format';
import { ReviewSentences, useSentences } from '../ReviewSentences';

/** Reviews quoted of either side. */
const MOST = 3;

interface Props {
  readonly person: string;
  readonly item: string;
  readonly word: string;
}

/** What the reviews of a person and of an item say with a word, as they said it: a row of a sum. */
export function Said({ person, item, word }: Props) {
  const known = (said: ReadonlyMap<string, Mentioned>) =>
    [...said.values()].filter(({ places }) => places.length > 0).slice(0, MOST);
  const own = known(useSentences({ side: 'user', id: person, word }));
  const of = known(useSentences({ side: 'item', id: item, word }));
  const written = (all: readonly Mentioned[], colour: string, name: (one: Mentioned) => string) =>
    all.map((one) => (
      <div key={one.key} style={{ '--accent': `var(--${colour})` } as React.CSSProperties}>
        <strong>{name(one)}</strong>
        {one.time !== null && `, ${day(one.time)}`}
        <ReviewSentences mentioned={one} />
      </div>
    ));
  return (
    <tr>
      <td colSpan={3} className="note" style={{ textAlign: 'left' }}>
        {written(own, 'person', ({ itemName }) => `of ${itemName}`)}
        {written(of, 'item', ({ personLabel }) => `by ${personLabel}`)}
        {own.length + of.length === 0 && 'No sentence with the word is known here.'}
      </td>
    </tr>
  );
}
