import { Fragment, type ReactNode, useState } from 'react';
import type { NumberRef } from '../../../engine/openedNumber';
import { Part } from './SplitPart';
import classes from './Sums.module.css';

/** A term of a sum, and what it is the sum of itself. */
export interface TermRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  readonly open?: NumberRef;
  /** They sum to the value, furthest from 0 first. */
  readonly parts?: readonly TermRow[];
  /** How many of them are shown at first; the rest stands in one line, by a name. */
  readonly most?: number;
  readonly others?: (n: number) => string;
  /** Parts that are asked for when they are opened, and what they are parts of. */
  readonly more?: { readonly about: ReactNode; readonly of: ReactNode };
}

type Valued = { readonly value: number };

export const sumOf = (terms: readonly Valued[]): number => terms.reduce((sum, { value }) => sum + value, 0);

export const furthest = <T extends Valued>(terms: readonly T[]): T[] =>
  terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));

interface Props {
  readonly rows: readonly TermRow[];
  /** Units at which a bar reaches the end of its half. */
  readonly reach: number;
  readonly level: number;
}

/** Terms as rows of a table, what each is the sum of below it and further in. */
export function Terms({ rows, reach, level }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const turn = (key: string) => setOpened(opened.has(key) ? without(opened, key) : new Set(opened).add(key));
  return rows.map(({ key, name, value, open, parts = [], most = parts.length, others, more }) => {
    const isOpen = opened.has(key);
    const shown = isOpen ? parts : parts.slice(0, most);
    const rest = parts.slice(shown.length);
    return (
      <Fragment key={key}>
        <Part {...{ value, reach, level }} {...(open && { open })}>
          {name}
          {more && (
            <button
              type="button"
              className={`text-button ${classes.more}`}
              aria-expanded={isOpen}
              onClick={() => turn(key)}
            >
              {isOpen ? 'less' : 'pairs'}
              <span className="visually-hidden"> of {more.about}</span>
            </button>
          )}
        </Part>
        {shown.length > 0 && <Terms rows={shown} reach={reach} level={level + 1} />}
        {parts.length > most && (
          <Part {...(rest.length > 0 && { value: sumOf(rest) })} reach={reach} level={level + 1}>
            <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => turn(key)}>
              {isOpen ? 'Show fewer' : others?.(rest.length)}
            </button>
          </Part>
        )}
        {more && isOpen && more.of}
      </Fragment>
    );
  });
}

function without(all: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const rest = new Set(all);
  rest.delete(key);
  return rest;
}
