import type { HistoryEntry, Profile } from '../../engine/answers';
import { polarityColor } from '../../ui/colors';
import { type BarFigure, fromZero } from '../../ui/figure/bars';
import { Drawing } from '../../ui/figure/Drawing';
import { type Column, spread } from '../../ui/figure/figure';
import { exact, hundredths, plural, signed } from '../../ui/format';
import { useOneStop } from '../../ui/useOneStop';
import type { Side } from '../../vocabulary';
import { Num } from '../shared/Num';
import { COLOURS, MEANING } from './ColourKey';
import classes from './Profiles.module.css';

/** A person or an item, as far as keywords need it. */
export interface Profiled {
  readonly summary: { readonly id: string };
  readonly profile: Profile;
  readonly history: readonly HistoryEntry[];
}

interface Props {
  readonly profile: Profile;
  readonly title: string;
  readonly side: Side;
  /** Of the person or the item. */
  readonly id: string;
  readonly shared: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (word: string) => void;
  readonly empty: string;
}

const COLUMNS: readonly Column<Profile['words'][number]>[] = [
  { head: 'word', value: (one) => one.word },
  { head: 'weight', value: (one) => one.weight },
  { head: 'polarity', value: (one) => one.polarity },
  { head: 'mentions', value: (one) => one.mentions },
];

/** The same for paper. */
const figureOf = (words: Profile['words']): BarFigure => ({
  axis: 'weight in the profile, no unit',
  keyHead: `colour: ${MEANING}`,
  tones: COLOURS.map(([color, stars]) => ({ color, name: stars })),
  scale: true,
  rows: words.map(({ word, weight, polarity }) => ({
    name: word,
    bars: fromZero(weight, 1).map((bar) => ({ ...bar, color: polarityColor(polarity) })),
    text: signed(weight),
  })),
});

/**
 * Words as bars: length is weight, hollow below 0, colour is polarity; a list, so it reads as its own table. Drawn by hand:
 * each bar is part of a button.
 */
export function KeywordProfile({ title, profile, side, id, shared, selected, onSelect, empty }: Props) {
  const { words, totalWords } = profile;
  const oneStop = useOneStop<HTMLUListElement>();
  if (words.length === 0)
    return (
      <p className="soft" style={{ marginTop: 14 }}>
        {empty}
      </p>
    );
  const most = Math.max(...words.map(({ weight }) => Math.abs(weight)), 1e-9);
  return (
    <>
      <Drawing
        title={title}
        summary={spread(
          'Weights',
          words.map(({ word, weight }) => [word, weight]),
          signed,
        )}
        columns={COLUMNS}
        rows={words}
        bars={() => figureOf(words)}
      >
        <ul {...oneStop} className="list" style={{ marginTop: 10 }}>
          {words.map((w) => (
            <li key={w.word} className={classes.row}>
              <button
                type="button"
                className={`plain-button ${classes.word}`}
                aria-pressed={w.word === selected}
                onClick={() => onSelect(w.word)}
                title={`${w.word}: weight ${exact(w.weight)}${w.polarity === null ? '' : `, ${signed(w.polarity)} stars`}`}
                data-testid="word-row"
                data-word={w.word}
                data-weight={w.weight}
              >
                <span className={classes.name} data-shared={shared.has(w.word)}>
                  {w.word}
                </span>
                <span className={classes.track}>
                  <span
                    className={classes.bar}
                    data-below={w.weight < 0}
                    style={
                      {
                        width: `${(100 * Math.abs(w.weight)) / most}%`,
                        '--tone': polarityColor(w.polarity),
                      } as React.CSSProperties
                    }
                  />
                </span>
                <span className="visually-hidden">
                  {shared.has(w.word) && ', shared'}, {plural(w.mentions, 'mention')}
                  {w.polarity !== null && `, ${signed(w.polarity)} stars`}
                </span>
              </button>
              <span className={`note ${classes.value}`}>
                <Num open={{ of: 'keyword', side, id, word: w.word }} value={w.weight} as={signed} />
              </span>
            </li>
          ))}
        </ul>
        <div className={classes.axis} aria-hidden="true">
          <span>
            <span>0</span>
            <span>{hundredths(most)}</span>
          </span>
          weight in the profile
        </div>
      </Drawing>
      {totalWords > words.length && (
        <p className="soft" style={{ marginTop: 4 }}>
          and {plural(totalWords - words.length, 'lighter word')}
        </p>
      )}
    </>
  );
}
