import { Switch, useComputedColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAct } from '../../session/part';
import { reasonOf } from '../../session/reason';
import classes from './Export.module.css';
import { type Found, findAll } from './find';
import { inLightColors } from './look';
import { SaveRow } from './SaveRow';
import { type Format, save } from './save';

type Outcome = { readonly saved: string } | { readonly problem: string };

/** All figures and tables of the view that is on the screen, each to be saved as a file. */
export default function SaveList() {
  const act = useAct();
  const dark = useComputedColorScheme('light') === 'dark';
  const [light, setLight] = useState(false);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // The page is read after it has been drawn, with its dialog.
  useEffect(() => setFound(light ? inLightColors(findAll) : findAll()), [light]);
  if (!found) return null;
  if (found.length === 0)
    return (
      <p className="soft" data-testid="saving-empty">
        There is nothing to save here now: this view shows no figure and no table.
      </p>
    );
  const saveAs = async (one: Found, format: Format) => {
    try {
      setOutcome({ saved: await act(save(one, format)) });
    } catch (error) {
      setOutcome({ problem: reasonOf(error) });
    }
  };
  return (
    <>
      <p className="soft">
        Each file says which data, model and backend made it, and holds a link that restores this view.
        Numbers keep all their digits.
      </p>
      {dark && (
        <Switch
          mt={10}
          label="Figures in light colours, as for print"
          checked={light}
          onChange={(event) => setLight(event.currentTarget.checked)}
          data-testid="saving-light"
        />
      )}
      <ul className={`list ${classes.list}`}>
        {found.map((one) => (
          <SaveRow key={one.key} found={one} onSave={saveAs} />
        ))}
      </ul>
      <p role="status" className={classes.outcome} data-testid="saving-outcome">
        {outcome && 'saved' in outcome && `Saved as ${outcome.saved}.`}
      </p>
      {outcome && 'problem' in outcome && (
        <p role="alert" className={classes.problem}>
          This was not saved: {outcome.problem}.
        </p>
      )}
    </>
  );
}
