import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useEase, useOthers } from '../../session/others';
import { useSession } from '../../session/part';
import { Fold } from '../../ui/Fold';
import { DataTable } from '../../ui/figure/DataTable';
import { capital } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { Failed, Waiting } from '../../ui/Status';
import { errorWords } from '../shared/problemWords';
import { useKind } from '../shared/useKind';
import { Column } from './Column';
import { EaseState } from './EaseState';
import classes from './Others.module.css';
import {
  aboutOf,
  learnsFrom,
  NAMES,
  nothingKnown,
  RECOMMENDERS,
  type RecommenderName,
  sharedSentence,
} from './sentences';

const Sums = lazyPart(() => import('../shared/sums/Sums'), {
  waiting: <p className="soft">Adding up…</p>,
});

/** The list of DReX beside those of recommenders that explain nothing, on the same log. */
export default function OthersView() {
  const { answer, of, failure } = useOthers();
  const ease = useEase((s) => s.answer);
  const asking = useEase((s) => s.asking);
  const label = useSession((s) => s.view?.person.summary.label);
  const kind = useKind();
  // Where there is room for one list alone.
  const [shown, setShown] = useState<RecommenderName>('ease');
  if (!answer || !of)
    return (
      <main className="view">
        <Failed why={errorWords(failure)}>The lists could not be worked out</Failed>
        {!failure && <Waiting>Working out their lists…</Waiting>}
      </main>
    );
  const drex = answer.drex.map(({ item, name, choice }) => ({ item, name, score: choice.score }));
  const solved = ease && 'list' in ease ? ease.list : null;
  const lists = { ...answer, drex, ease: solved };
  const about = aboutOf(answer, of.times, kind);
  const places = new Map(drex.map(({ item }, k) => [item, k + 1]));
  const names = new Map(RECOMMENDERS.flatMap((name) => lists[name] ?? []).map((one) => [one.item, one.name]));
  return (
    <main className="view" data-target="others" style={{ maxWidth: 1500 }}>
      <h1 className="visually-hidden">Others</h1>
      <section className="headline" aria-label="What is seen" data-testid="others-headline">
        <p className="note">{label}</p>
        <h2>{sharedSentence(lists, asking && !solved)}</h2>
      </section>
      <section className="card" aria-label="Lists of other recommenders">
        <p className="soft">{learnsFrom(answer, kind)}</p>
        <NativeSelect
          className={classes.which}
          label="Whose list"
          size="md"
          value={shown}
          onChange={({ currentTarget }) => setShown(currentTarget.value as RecommenderName)}
          data={RECOMMENDERS.map((value) => ({ value, label: capital(NAMES[value]) }))}
        />
        <div className={classes.columns}>
          {RECOMMENDERS.map((name) => (
            <Column
              key={name}
              name={name}
              shown={name === shown}
              about={about[name]}
              list={lists[name]}
              places={places}
              {...(name === 'drex' && {
                why: (item: string) => <Sums item={item} />,
              })}
            >
              {name === 'ease' && <EaseState />}
              {name === 'neighbours' && !answer.neighbours && <p className="note">{nothingKnown(kind)}</p>}
            </Column>
          ))}
        </div>
        <Fold summary="Places as a table">
          <DataTable
            title="Places of the items in the lists"
            scroll="Places"
            testId="others-table"
            rows={[...names]}
            keyOf={([item]) => item}
            columns={[
              { head: 'item', value: ([, name]) => name },
              ...RECOMMENDERS.map((one) => ({
                head: NAMES[one],
                value: ([item]: readonly [string, string]) =>
                  (lists[one]?.findIndex((listed) => listed.item === item) ?? -1) + 1 || null,
              })),
            ]}
          />
        </Fold>
      </section>
    </main>
  );
}
