import { Fragment, type ReactNode, useState } from 'react';
import type { NumberRef } from '../../../engine/openedNumber';
import type { NamedValue } from '../../../ui/figure/figure';
import { count } from '../../../ui/format';
import { Part } from './SplitPart';
import classes from './Sums.module.css';

/** A term of a sum, and what it is the sum of itself. */
export interface TermRow {
  readonly key: string;
  readonly name: string;
  /** With words that explain themselves. */
  readonly shown?: ReactNode;
  readonly value: number;
  readonly open?: NumberRef;
  /** They sum to the value. */
  readonly parts?: Pick<Props, 'rows' | 'most' | 'others'>;
  /** What may be opened below it, one at a time. */
  readonly more?: readonly More[];
}

/** Rows of the table that are asked for when somebody opens them. */
export interface More {
  readonly name: string;
  /** What it is of, for those who hear the name alone: “of smoky”. */
  readonly about: string;
  readonly of: ReactNode;
}

type Valued = { readonly value: number };

export const sumOf = (terms: readonly Valued[]): number => terms.reduce((sum, { value }) => sum + value, 0);

/** The innermost terms by name, those too that are not shown. */
export const leavesOf = (rows: readonly TermRow[]): NamedValue[] =>
  rows.flatMap(({ name, value, parts }) => (parts ? leavesOf(parts.rows) : [[name, value] as const]));

export const furthest = <T extends Valued>(terms: readonly T[]): T[] =>
  terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));

interface Props {
  readonly rows: readonly TermRow[];
  /** Units at which a bar reaches the end of its half. */
  readonly reach: number;
  /** How far in: 0 of the score itself. */
  readonly level: number;
  /** How many rows are shown at first; the rest stands in one line, by a name. */
  readonly most?: number;
  readonly others?: string;
}

/** Terms as rows of a table, what each is the sum of below it and further in. */
export function Terms({ rows, reach, level, most = rows.length, others = 'others' }: Props) {
  const [opened, setOpened] = useState<{ readonly key: string; readonly name: string } | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, most);
  const rest = rows.slice(shown.length);
  const isOpen = (key: string, name: string) => opened?.key === key && opened.name === name;
  return (
    <>
      {shown.map(({ key, name, shown = name, value, open, parts, more = [] }) => (
        <Fragment key={key}>
          <Part {...{ value, reach, level }} {...(open && { open })}>
            {shown}
            {more.map(({ name, about }) => (
              <button
                key={name}
                type="button"
                className={`text-button ${classes.more}`}
                aria-expanded={isOpen(key, name)}
                onClick={() => setOpened(isOpen(key, name) ? null : { key, name })}
              >
                {isOpen(key, name) && 'hide '}
                {name}
                <span className="visually-hidden"> {about}</span>
              </button>
            ))}
          </Part>
          {parts && <Terms {...parts} reach={reach} level={level + 1} />}
          {more.map(({ name, of }) => isOpen(key, name) && <Fragment key={name}>{of}</Fragment>)}
        </Fragment>
      ))}
      {rows.length > most && (
        <Part {...(rest.length > 0 && { value: sumOf(rest) })} reach={reach} level={level}>
          <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `${count(rest.length)} other ${others}`}
          </button>
        </Part>
      )}
    </>
  );
}
