import type { ReactNode } from 'react';
import type { WordChange } from '../../engine/change';
import { DataTable } from '../../ui/figure/DataTable';
import { spread } from '../../ui/figure/figure';
import { hundredths, signed } from '../../ui/format';
import { useLink } from '../change/linked';
import classes from './Compare.module.css';

interface Props {
  readonly title: string;
  /** Heaviest first. */
  readonly words: readonly WordChange[];
  readonly hue: 'person' | 'item';
}

/** Two keyword profiles back to back, drawn by hand in a table: a row for each word, its weight to the left and to the right. */
export function CompareWords({ title, words, hue }: Props) {
  const most = Math.max(1e-9, ...words.flatMap(({ before, after }) => [before, after].map(Math.abs)));
  const weight = (value: number) => (
    <span className={classes.share}>
      <span
        className={classes.bar}
        data-below={value < 0}
        style={{ width: `${(58 * Math.abs(value)) / most}%` }}
        aria-hidden="true"
      />
      {value === 0 ? 'none' : hundredths(value)}
    </span>
  );
  return (
    <div style={{ '--hue': `var(--${hue})` } as React.CSSProperties} data-testid={`compare-words-${hue}`}>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className="soft">Neither profile has a word.</p>
      ) : (
        <DataTable
          title={`${title}: weight in the profile, left and right`}
          summary={spread(
            'Change from left to right',
            words.map(({ word, before, after }) => [word, after - before]),
            signed,
          )}
          className={`wide-table ${classes.words}`}
          drawn
          signs={[
            { name: 'weight in the profile, no unit, to the left and to the right', color: `var(--${hue})` },
            ...(words.some(({ before, after }) => before < 0 || after < 0)
              ? [{ name: 'below zero', color: `var(--${hue})`, shape: 'hollow' as const }]
              : []),
          ]}
          named={1}
          rows={words}
          keyOf={({ word }) => word}
          Row={WordRow}
          columns={[
            { head: 'Left, weight', value: (one) => one.before, show: (one) => weight(one.before) },
            {
              head: 'Word',
              value: (one) => one.word,
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what pointing shows must be reachable by key
              show: (one) => <span tabIndex={0}>{one.word}</span>,
            },
            { head: 'Right, weight', value: (one) => one.after, show: (one) => weight(one.after) },
          ]}
        />
      )}
    </div>
  );
}

function WordRow({ of: { word }, children }: { readonly of: WordChange; readonly children: ReactNode }) {
  const { lit, on } = useLink('word', word);
  return (
    <tr data-lit={lit} data-word={word} {...on}>
      {children}
    </tr>
  );
}
