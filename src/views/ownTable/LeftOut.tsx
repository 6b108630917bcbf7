import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { TableProblem, Unmatched as UnmatchedName } from '../../engine/ownTable';
import { count, plural } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import classes from './OwnTable.module.css';
import { problemWords, unmatchedWords } from './words';

interface UnmatchedProps {
  readonly unmatched: readonly UnmatchedName[];
  /** What the items of the data set are called. */
  readonly noun: string;
  readonly onMeant: (key: string, id: string | null) => void;
}

const OUT = '';
/** Names listed unasked. */
const LISTED = 40;

/** Names that are no item of the data set, or more than one: nothing is guessed, somebody says what is meant. */
export function Unmatched({ unmatched, noun, onMeant }: UnmatchedProps) {
  const [all, setAll] = useState(false);
  if (unmatched.length === 0) return null;
  const listed = all ? unmatched : unmatched.slice(0, LISTED);
  const others = unmatched.length - listed.length;
  return (
    <section aria-label="Not known here">
      <h3>
        Not among the {noun} here: {plural(unmatched.length, 'name')}
      </h3>
      <p className="soft">They are left out unless you say which one is meant.</p>
      <Scroll label="Names that are not known here" mostHeight={260}>
        <ul className="list">
          {listed.map((one) => (
            <li key={one.key} className={classes.unmatched} data-testid="own-table-unmatched">
              <span>{unmatchedWords(one)}</span>
              {one.nearest.length === 0 ? (
                <span className="soft">nothing here is called like it</span>
              ) : (
                <NativeSelect
                  aria-label={`What “${one.name}” is`}
                  value={one.meant ?? OUT}
                  data={[
                    { value: OUT, label: '– leave out' },
                    ...one.nearest.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={({ currentTarget: { value } }) => onMeant(one.key, value === OUT ? null : value)}
                />
              )}
            </li>
          ))}
        </ul>
        {others > 0 && (
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            Show the {count(others)} others
          </button>
        )}
      </Scroll>
    </section>
  );
}

/** Rows that cannot be taken, each with its reason. */
export function Problems({ problems }: { readonly problems: readonly TableProblem[] }) {
  if (problems.length === 0) return null;
  const lost = new Set(problems.flatMap(({ row, taken }) => (taken ? [] : [row]))).size;
  return (
    <section aria-label="What cannot be read">
      <h3>{lost > 0 ? `${plural(lost, 'row')} cannot be taken` : 'What cannot be read'}</h3>
      <Scroll label="What cannot be read" mostHeight={160}>
        <ul className={classes.problems}>
          {problems.map((one) => (
            <li key={`${one.row} ${one.column} ${one.what.is}`} data-testid="own-table-problem">
              {problemWords(one)}
            </li>
          ))}
        </ul>
      </Scroll>
    </section>
  );
}
