import { partsOf } from '../../engine/choice';
import type { Recommendation } from '../../engine/questions/view';
import { BAR_TABLE } from '../../ui/figure/Bar';
import { ScoreNumber } from '../shared/ScoreNumber';
import { Part } from '../shared/sums/SplitPart';
import classes from './List.module.css';

interface Props {
  readonly of: Recommendation;
  readonly person: string;
}

/** A score as the sum of four terms; each number opens the formula that made it. */
export function Why({ of: { item, choice, terms }, person }: Props) {
  const pair = { person, item: item.id };
  const [popularity, states, words] = partsOf(choice);
  const { reviews, initial } = terms;
  const rows = [
    {
      name: 'Popularity',
      about: 'how many like it',
      value: popularity,
      open: choice.times === 1 ? ({ of: 'choice-popularity', ...pair } as const) : null,
    },
    {
      name: 'Words',
      about: 'what you said, beside what its reviews say',
      value: words,
      open: { of: 'choice-match', ...pair } as const,
    },
    {
      name: 'Your reviews',
      about: 'what they taught it beyond those words',
      value: reviews ?? 0,
      open: { of: 'choice-reviews', ...pair } as const,
    },
    {
      name: 'First guess',
      about: 'how well it suits anyone of whom nothing is known',
      value: initial ?? states,
      open: { of: 'choice-initial', ...pair } as const,
    },
  ];
  const reach = Math.max(1e-9, ...rows.map(({ value }) => Math.abs(value)));
  return (
    <table className={`${BAR_TABLE} ${classes.sum}`}>
      <caption>
        Why <strong>{item.name}</strong> stands here: four terms make its score. Press a number to see how it
        was made.
      </caption>
      <tbody>
        {rows.map(({ name, about, value, open }) => (
          <Part key={name} value={value} reach={reach} {...(open && { open })}>
            {name} <span className="note">{about}</span>
          </Part>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Score</th>
          <td />
          <td>
            <ScoreNumber choice={choice} {...pair} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
