import type { PairsRequest, Pairs as PairTerms } from '../../../engine/questions/pairs';
import { useAnswer, useSession } from '../../../session/part';
import type { Verb } from '../../../session/session';
import { errorWords } from '../problemWords';
import { quoting } from './Quote';
import { furthest, type TermRow, Terms } from './Terms';

const ask =
  (request: PairsRequest): Verb<Promise<PairTerms>> =>
  ({ engine }) =>
    engine.pairs(request);

/** Pairs shown before all are asked for. */
const MOST = 4;

type Props = Pick<PairsRequest, 'person' | 'item' | 'mine'>;

/** What one part of the person’s state brings to the match, by what the item’s state is the sum of: rows of a table. */
export function Pairs({ person, item, mine }: Props) {
  const log = useSession((s) => s.history.present);
  const at = useSession((s) => s.at);
  const { answer, failure } = useAnswer(ask, { log, at, person, item, mine });
  if (!answer)
    return (
      <tr>
        <td colSpan={3} className="soft">
          {failure ? errorWords(failure) : 'Adding up…'}
        </td>
      </tr>
    );
  const open = (its: string) => ({ of: 'choice-pair', person, item, mine, its }) as const;
  const rows: TermRow[] = [
    { key: '', name: '× what it began with', value: answer.initial, open: open('') },
    ...furthest(answer.reviews).map(({ key, name, value, told }) => ({
      key,
      name: `× its review by ${name}`,
      value,
      open: open(key),
      ...(told && { more: [quoting(key, `by ${name}`)] }),
    })),
  ];
  const reach = Math.max(1e-9, ...rows.map(({ value }) => Math.abs(value)));
  return <Terms rows={rows} reach={reach} level={2} most={MOST} others="reviews of it" />;
}
