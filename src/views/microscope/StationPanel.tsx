import { useState } from 'react';
import type { UpdateTrace } from '../../engine/openedNumber';
import type { DatasetInfo } from '../../engine/start';
import { STATIONS, STEPS, type Station } from '../../session/microscope';
import { openNumber } from '../../session/number';
import { useAct } from '../../session/part';
import { Fold } from '../../ui/Fold';
import { Drawing } from '../../ui/figure/Drawing';
import type { Key } from '../../ui/figure/key';
import { short } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { BoundTex } from './BoundTex';
import { HeatStrip, type Strip } from './HeatStrip';
import classes from './Microscope.module.css';
import { ScoreChange } from './ScoreChange';
import type { StripGroup } from './stationParts';
import { hasCode, viewOf } from './stations';

const StationCode = lazyPart(() => import('./StationCode'), {
  waiting: <p className="soft">Loading the code…</p>,
});

/** Rows of words that are shown at first. */
const ROWS = 12;

interface Props {
  readonly station: Station;
  readonly trace: UpdateTrace;
  readonly dataset: DatasetInfo;
  /** Whose review of what it is a step of. */
  readonly review: string;
}

/** One station: its equation, a sentence, the shape, and the vectors with the real numbers. */
export function StationPanel({ station, trace, dataset, review }: Props) {
  const act = useAct();
  const [lit, setLit] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { title, sentence, tex, shape, groups } = viewOf(station, trace, dataset);
  const most = Math.max(0, ...groups.map(({ strips }) => strips.length));
  const shownOf = ({ strips: ofGroup }: StripGroup) => ofGroup.slice(0, all ? undefined : ROWS);
  const strips = groups.flatMap(shownOf);
  return (
    <div className={classes.station} data-testid="station" data-station={station}>
      <p className="note">{review}</p>
      <div aria-live="polite">
        <h3 data-arrival={STEPS}>
          Step {STATIONS.indexOf(station) + 1} of {STATIONS.length}: {title}
        </h3>
        <p>{sentence}</p>
      </div>
      {tex && <BoundTex tex={tex} lit={lit} onLight={setLit} />}
      {shape && (
        <p className="soft">
          Shape: <span className={classes.shape}>{shape}</span>
        </p>
      )}
      {groups.length > 0 && (
        <Drawing
          title={title}
          summary={sentence}
          signs={signsOf(strips)}
          rows={Array.from({ length: Math.max(...strips.map(({ values }) => values.length)) }, (_, k) => k)}
          columns={[
            { head: 'place', value: (k) => k },
            ...strips.map(({ name, values }) => ({ head: name, value: (k: number) => values[k] ?? null })),
          ]}
        >
          <div className={classes.groups} data-count={groups.length}>
            {groups.map((group) => (
              <div key={group.title}>
                {group.title && <h4>{group.title}</h4>}
                {shownOf(group).map((strip, k) => (
                  <div
                    // biome-ignore lint/suspicious/noArrayIndexKey: a word may occur twice, its place not
                    key={`${strip.name}${k}`}
                    className={classes.bound}
                    data-lit={lit === strip.symbol}
                  >
                    <HeatStrip {...strip} onOpen={(number) => act(openNumber(number))} onLight={setLit} />
                  </div>
                ))}
              </div>
            ))}
          </div>
        </Drawing>
      )}
      {most > ROWS && (
        <p className="soft">
          <button type="button" className="text-button" onClick={() => setAll(!all)}>
            {all ? `Show the first ${ROWS} words` : `Show all ${most} words`}
          </button>
        </p>
      )}
      {groups.length > 0 && (
        <p className="soft">
          Up from the line: above zero; down: below; the longer, the further. Where a share is shown, full
          colour is 1.
        </p>
      )}
      {(station === 'score' || station === 'choice') && <ScoreChange of={station} trace={trace} />}
      {hasCode(station, trace) && (
        <Fold summary="Repeat this step in code">
          <StationCode station={station} trace={trace} dataset={dataset} />
        </Fold>
      )}
      <Fold summary="Repeat the whole update in one file">
        <StationCode station="all" trace={trace} dataset={dataset} />
      </Fold>
    </div>
  );
}

/** What the bars and the shades of the strips are, for paper. */
function signsOf(strips: readonly Strip[]): Key {
  const signed = strips.filter(({ scale }) => scale === 'signed');
  const shares = strips.filter(({ scale }) => scale === 'share');
  const hues = [...new Set(shares.map(({ hue = 'ink' }) => hue))];
  const reachOf = ({ values, reach = Math.max(...Array.from(values, Math.abs)) }: Strip) =>
    `±${short(reach)}`;
  const alike = new Set(signed.map(reachOf)).size === 1;
  const longest = signed.map((one) => (alike ? reachOf(one) : `${one.name} ${reachOf(one)}`));
  return [
    ...(signed.length > 0
      ? [
          { name: 'above zero', color: 'var(--above)' },
          { name: 'below zero', color: 'var(--below)' },
          { name: `a bar of full length: ${[...new Set(longest)].join(', ')}; no unit` },
        ]
      : []),
    ...hues.map((hue) => ({ name: 'a share from 0, no colour, to 1, this colour', color: `var(--${hue})` })),
    { name: 'across: places from 0' },
  ];
}
