import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Target } from '../../lessons/targets';
import { SOMEBODY_NEW } from '../../session/address';
import { useDatasets } from '../../session/evidence';
import { useAct, useSession } from '../../session/part';
import { playAddress } from '../../session/playAddress';
import { changePlay, playOf, playViews } from '../../session/teach';
import { capital } from '../../ui/format';
import { FindOne } from './FindOne';
import own from './FreePlay.module.css';
import { HandedOut } from './HandedOut';
import { PART_WORDS, partsOffered } from './partWords';
import classes from './Teach.module.css';

const SOMEBODY = [
  { id: '', name: 'Whom the page shows first' },
  { id: SOMEBODY_NEW, name: 'Somebody new' },
];
const NOTHING = [{ id: '', name: 'None' }];

/** 5: the page itself as a link, without what would only distract. */
export function FreePlay() {
  const act = useAct();
  // Found anew with each change; the settings keep it.
  const settings = useSession((s) => s.settings.play);
  const play = playOf({ settings: { play: settings } });
  const [views] = useState(() => act(playViews));
  const { answer } = useDatasets();
  const sets = Array.isArray(answer) ? answer : [];
  const toggle = (name: Target) =>
    act(
      changePlay({
        hide: play.hide.includes(name) ? play.hide.filter((one) => one !== name) : [...play.hide, name],
      }),
    );
  return (
    <section className="card" aria-label="Free play" data-testid="teach-play">
      <h2>5 · Free play</h2>
      <p className="soft">
        The page itself, to explore. Choose where it begins and what stays hidden: the less there is to see,
        the sooner a class looks at the same thing.
      </p>
      <div className={own.fields}>
        <NativeSelect
          size="md"
          label="Data set"
          value={play.dataset}
          data={sets.map(({ id, name }) => ({ value: id, label: name }))}
          // People and things belong to one data set.
          onChange={({ currentTarget }) =>
            act(changePlay({ dataset: currentTarget.value, person: null, item: null }))
          }
        />
        <NativeSelect
          size="md"
          label="Begins in"
          value={play.view}
          data={views.map((name) => ({ value: name, label: capital(name) }))}
          onChange={({ currentTarget }) => act(changePlay({ view: currentTarget.value }))}
        />
        <FindOne
          key={`${play.dataset} person`}
          label="Person"
          dataset={play.dataset}
          what="people"
          first={SOMEBODY}
          chosen={play.person}
          onChoose={(person) => act(changePlay({ person, fixed: play.fixed && person !== null }))}
        />
        <FindOne
          key={`${play.dataset} item`}
          label="Item already chosen"
          dataset={play.dataset}
          what="items"
          first={NOTHING}
          chosen={play.item}
          onChoose={(item) => act(changePlay({ item }))}
        />
      </div>
      <fieldset className={own.parts}>
        <legend>Hidden</legend>
        {partsOffered(play.view, play.hide).map((name) => (
          <Checkbox
            key={name}
            size="md"
            label={PART_WORDS[name]}
            checked={play.hide.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </fieldset>
      <div className={own.parts}>
        <Checkbox
          size="md"
          label={`Keep to this person and this data set${play.person === null ? ': choose a person first' : ''}`}
          disabled={play.person === null}
          checked={play.fixed}
          onChange={() => act(changePlay({ fixed: !play.fixed }))}
        />
        <Checkbox
          size="md"
          label="In large type"
          checked={play.large}
          onChange={() => act(changePlay({ large: !play.large }))}
        />
      </div>
      <p className="soft">
        Whoever opens it is told that parts are hidden, and may show everything. With{' '}
        <code>&amp;name=Ana</code>, somebody new is called Ana.
      </p>
      <ul className={classes.links}>
        <HandedOut href={playAddress(document.baseURI, play)} title="Free play" />
      </ul>
    </section>
  );
}
