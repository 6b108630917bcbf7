import type { WordChange } from '../../engine/change';
import { hundredths } from '../../ui/format';
import { Heads, NumberCell } from '../../ui/Table';
import { useLink } from '../change/linked';
import classes from './Compare.module.css';

interface Props {
  readonly title: string;
  /** Heaviest first. */
  readonly words: readonly WordChange[];
  readonly hue: 'person' | 'item';
}

/** Two keyword profiles back to back: a row for each word, its weight in the profile to the left and to the right. */
export function CompareWords({ title, words, hue }: Props) {
  const most = Math.max(1e-9, ...words.flatMap(({ before, after }) => [before, after].map(Math.abs)));
  return (
    <div style={{ '--hue': `var(--${hue})` } as React.CSSProperties} data-testid={`compare-words-${hue}`}>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className="soft">Neither profile has a word.</p>
      ) : (
        <table className={`wide-table ${classes.words}`} data-figure>
          <caption className="visually-hidden">{title}: weight in the profile, left and right</caption>
          <Heads of={['Left, weight', 'Word', 'Right, weight']} />
          <tbody>
            {words.map((one) => (
              <WordRow key={one.word} one={one} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function WordRow({ one: { word, before, after }, most }: { one: WordChange; most: number }) {
  const { lit, on } = useLink('word', word);
  return (
    <tr data-lit={lit} data-word={word} {...on}>
      <Weight value={before} most={most} />
      <th scope="row">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what pointing shows must be reachable by key */}
        <span tabIndex={0}>{word}</span>
      </th>
      <Weight value={after} most={most} />
    </tr>
  );
}

const Weight = ({ value, most }: { value: number; most: number }) => (
  <NumberCell of={value} as={hundredths}>
    <span className={classes.share}>
      <span
        className={classes.bar}
        data-below={value < 0}
        style={{ width: `${(58 * Math.abs(value)) / most}%` }}
        aria-hidden="true"
      />
      {value === 0 ? 'none' : hundredths(value)}
    </span>
  </NumberCell>
);
