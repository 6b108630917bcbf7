import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { NumberRef } from '../../engine/openedNumber';
import { Bars } from '../../ui/Bars';
import { exact } from '../../ui/format';
import { steppedTo } from '../../ui/steppedTo';
import classes from './Microscope.module.css';

export interface Strip {
  /** Name of the symbol in the equation, by which both light up together. */
  readonly symbol: string;
  /** In words, as a row is named. */
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** `signed`: bars below and above zero; `share`: from 0 to 1 in the hue. */
  readonly scale: 'signed' | 'share';
  readonly hue?: 'person' | 'item' | 'ink';
  /** The magnitude of the longest bar; of these values where left out. */
  readonly reach?: number | undefined;
  /** What a place is called; "dimension 3" where left out. */
  readonly placeName?: (place: number) => string;
  /** Opens a number; null where it does not open. */
  readonly open?: (place: number) => NumberRef | null;
}

interface Props extends Strip {
  readonly onOpen: (ref: NumberRef) => void;
  readonly onLight: (symbol: string | null) => void;
}

/**
 * A vector as one strip: numbers with a sign as bars, shares as shades. Drawn by hand, since it reads like a slider:
 * pointer or arrow keys choose a place, whose number stands beside it; Enter or a click opens it.
 */
export function HeatStrip(props: Props) {
  const { symbol, name, values, placeName = (k: number) => `dimension ${k}`, open, onOpen, onLight } = props;
  const [place, setPlace] = useState<number | null>(null);
  const n = values.length;
  const placeAt = ({ currentTarget, clientX }: MouseEvent<HTMLDivElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(n - 1, Math.floor(((clientX - left) / width) * n)));
  };
  const openAt = (at: number | null) => {
    const ref = at === null ? null : open?.(at);
    if (ref) onOpen(ref);
  };
  const press = (event: KeyboardEvent) => {
    const to = steppedTo(event.key, place ?? 0, n);
    if (event.key === 'Enter') openAt(place);
    else if (to !== null) setPlace(to);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => {
    setPlace(null);
    onLight(null);
  };
  const shown = place !== null && place < n ? place : null;
  const text = shown === null ? '' : `${placeName(shown)}: ${exact(values[shown])}`;
  return (
    <div className={classes.strip} data-symbol={symbol} data-testid="strip" data-values={joined(values)}>
      <span className={classes.stripName}>{name}</span>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${name}, ${n} numbers`}
        aria-valuemin={0}
        aria-valuemax={n - 1}
        aria-valuenow={shown ?? 0}
        aria-valuetext={shown === null ? `${n} numbers; arrow keys read them` : text}
        className={classes.cells}
        data-opens={(open?.(shown ?? 0) ?? null) !== null}
        onPointerMove={(event) => setPlace(placeAt(event))}
        onPointerEnter={() => onLight(symbol)}
        onPointerLeave={leave}
        onFocus={() => {
          setPlace((at) => at ?? 0);
          onLight(symbol);
        }}
        onBlur={leave}
        onKeyDown={press}
        // By where it was pressed: a finger comes without having moved there.
        onClick={(event) => openAt(placeAt(event))}
      >
        <svg
          className={classes.bars}
          viewBox={`0 -1 ${Math.max(1, n)} 2`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {props.scale === 'signed' ? (
            <>
              <rect y={-0.04} width={n} height={0.08} fill="var(--zero)" />
              <Bars values={values} reach={props.reach ?? reachOf(values)} />
            </>
          ) : (
            Array.from(values, (x, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number is its place
              <rect key={k} x={k} y={-1} width={1.02} height={2} fill={shade(x, props.hue)} />
            ))
          )}
        </svg>
        {shown !== null && (
          <span
            className={classes.cursor}
            style={{ left: `${(100 * shown) / n}%`, width: `${100 / n}%` }}
            aria-hidden="true"
          />
        )}
        {shown !== null && (
          <span
            className={classes.reading}
            // Leans to the side that has room.
            style={
              shown < n / 2 ? { left: `${(100 * shown) / n}%` } : { right: `${(100 * (n - 1 - shown)) / n}%` }
            }
            aria-hidden="true"
          >
            {text}
          </span>
        )}
      </div>
    </div>
  );
}

/** Largest magnitude, for the bars of several strips alike. */
export const reachOf = (...rows: ArrayLike<number>[]): number =>
  Math.max(1e-9, ...rows.map((row) => Array.from(row).reduce((most, x) => Math.max(most, Math.abs(x)), 0)));

/** A share, from none to all of the hue. */
const shade = (x: number, hue = 'ink'): string =>
  `color-mix(in oklab, var(--${hue}) ${Math.round(100 * Math.min(1, Math.max(0, x)))}%, var(--track))`;

/** In full, for whoever checks the arithmetic of what is shown. */
const joined = (values: ArrayLike<number>): string => Array.from(values, String).join(' ');
