import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAct, useSession } from '../../session/part';
import { setScreen } from '../../session/verbs';
import { Drawing } from '../../ui/figure/Drawing';
import { count, hundredths } from '../../ui/format';
import { Term } from '../../ui/Term';
import { useGlide } from '../../ui/useGlide';
import { useKeptFocus } from '../../ui/useKeptFocus';
import { useOneStop } from '../../ui/useOneStop';
import { useKind } from '../shared/useKind';
import { Dial } from './Dial';
import { Everyone } from './Everyone';
import { LIST_COLUMNS, listFigure } from './figures';
import classes from './Recommended.module.css';
import { Row } from './Row';
import { differsWords, scaleOf } from './sentences';

const EVERYONE = 'For everyone';

/** The list by choice score, with the terms of each; beside it that of everyone, or behind a switch where there is no room. */
export function Recommended() {
  const act = useAct();
  const view = useSession((s) => s.view);
  const noun = useSession((s) => s.start?.dataset.itemNoun);
  const unnamed = useSession((s) => s.start?.dataset.unnamed);
  const kind = useKind();
  const rows = useRef<HTMLOListElement>(null);
  const oneStop = useOneStop(rows);
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState('own');
  useGlide(rows);
  useKeptFocus(rows);
  if (!view || !noun) return null;
  const { recommendations: list, everyone, average, candidates, person } = view;
  const scale = scaleOf(list, average.score);
  const whose = person.summary.named ? `For ${person.summary.label}` : 'For you';
  return (
    <section
      className={`card ${classes.card}`}
      aria-label="Recommendations"
      style={{ '--accent': 'var(--item)' } as React.CSSProperties}
    >
      <SegmentedControl
        fullWidth
        size="sm"
        className={classes.switch ?? ''}
        data={[
          { value: 'own', label: whose },
          { value: 'everyone', label: EVERYONE },
        ]}
        value={shown}
        onChange={setShown}
        aria-label="Which list"
      />
      <div className={classes.lists} data-shown={shown}>
        <div data-list="own">
          <h2 data-skip>{whose}</h2>
          <div className={classes.said}>
            <p className="soft" aria-live="polite">
              {differsWords(view)}
            </p>
            {unnamed && <p className="note">{unnamed}</p>}
          </div>
          <Dial />
          <Drawing
            title={`${whose}: the first ${list.length} by choice score`}
            summary={differsWords(view)}
            rows={list}
            columns={LIST_COLUMNS}
            bars={() => listFigure(list, average)}
          >
            <ol {...oneStop} className="list">
              {list.map((r) => (
                <Row
                  key={r.item.id}
                  of={r}
                  person={person.summary}
                  open={open === r.item.id}
                  onToggle={() => setOpen(open === r.item.id ? null : r.item.id)}
                  {...{ average, scale }}
                />
              ))}
            </ol>
          </Drawing>
          <p className="note">
            The first {list.length} of {count(candidates)} {noun.many} not yet reviewed, by{' '}
            <Term name="choice score" />. A bar adds its terms up from 0, blue for, then back, orange against,
            to the mark at the score; hollow: <Term name="popularity term">popularity</Term>; dashed: the
            average of all, {hundredths(average.score)}. The <Term name="predicted rating">rating</Term> sorts
            nothing.
          </p>
        </div>
        <div data-list="everyone">
          <h2>{EVERYONE}</h2>
          <p className="soft">By popularity alone, without what this {kind} has reviewed.</p>
          <Everyone list={everyone} person={person.summary.id} />
        </div>
      </div>
      <button
        type="button"
        className="text-button"
        onClick={() => act(setScreen('others'))}
        data-testid="to-others"
      >
        What would another recommender show?
      </button>
    </section>
  );
}
