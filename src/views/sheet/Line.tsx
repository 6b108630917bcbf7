import { piecesOf } from '../../lessons/prose';
import { written } from '../shared/written';
import classes from './Sheet.module.css';
import type { Sheet } from './sheet';

interface Props extends Sheet {
  readonly text: string;
  /** Whether live values are written on the sheet too; else they are blanks, to be read off the page. */
  readonly filled?: boolean;
}

/** What a lesson says, on paper. */
export const Line = ({ text, values, isKey, filled = isKey }: Props) =>
  piecesOf(text).map((piece, k) => {
    // Pieces have no names of their own, and their order stays.
    const at = `${k}`;
    if (piece.is === 'words') return piece.text;
    if (piece.is === 'strong') return <strong key={at}>{piece.text}</strong>;
    if (!filled) return <Blank key={at} />;
    const live = values[piece.name];
    if (!live) return <NotHere key={at} />;
    return (
      <strong key={at} className={typeof live.value === 'number' ? classes.number : undefined}>
        {written(live)}
      </strong>
    );
  });

/** Room for a number, or for words. */
export const Blank = ({ words = false }: { readonly words?: boolean }) => (
  <span className={classes.blank} data-words={words} role="img" aria-label="to be filled in" />
);

/** A number that this page cannot work out. */
export const NotHere = () => <span className={classes.notHere}>(not to be had here)</span>;

/** Lines to write on. */
export const Lines = ({ n }: { readonly n: number }) => (
  <div className={classes.lines} aria-hidden="true">
    {Array.from({ length: n }, (_, k) => k + 1).map((line) => (
      <div key={line} />
    ))}
  </div>
);
