import { Group, Switch } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { LeftOut } from '../../engine/questions/leaveOneOut';
import type { Timeline, TimelineEntry } from '../../engine/questions/timeline';
import { leftOutOf, useLeftOut, useSizing } from '../../session/leftOut';
import { useAct, useSession } from '../../session/part';
import { pick, sideIn, useTimeline } from '../../session/timeline';
import { Drawing } from '../../ui/figure/Drawing';
import { spread } from '../../ui/figure/figure';
import { count, day, distance, given, month, percent, thousandths } from '../../ui/format';
import { steppedTo } from '../../ui/steppedTo';
import { MarksKey } from './MarksKey';
import { MarksTable } from './MarksTable';
import { carried, likedAt } from './sentences';
import { Tick } from './Tick';
import classes from './Timeline.module.css';

/** Heights in pixels. */
const MARK = 36;
const BAR = 30;
const CELL = 5;
/** Marks that go on in another row where they have no room: of more the rows would fill screens. */
const WRAPPED = 60;

/**
 * One column for each interaction: what is left of it, how far the state moved, what the gates let through. Where they have no
 * room beside one another they go on in another row, or, being very many, lie in one that scrolls. Drawn by hand: each column
 * is one button of several marks.
 */
export function Marks({ timeline, title }: { timeline: Timeline; title: string }) {
  const act = useAct();
  const [strips, setStrips] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const { name } = timeline;
  // A long history begins at its newest end, which is what is left most of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each history
  useEffect(() => {
    scroll.current?.scrollTo({ left: scroll.current.scrollWidth });
  }, [name]);
  const side = useSession(sideIn);
  const picked = useTimeline((s) => s.picked);
  const sizing = useSizing((s) => s.sizing);
  const leftOut = useLeftOutByKey();
  const { entries } = timeline;
  if (entries.length === 0)
    return <p className="soft">No interaction yet. Write a review in Explore and come back.</p>;
  /** What the area of a mark shows; null while it is worked out. */
  const sizeOf = ({ key, share }: TimelineEntry): number | null =>
    sizing === 'left' ? share : (leftOut?.get(key)?.moved ?? null);
  const most = {
    size: Math.max(...entries.map((one) => sizeOf(one) ?? 0), 1e-9),
    distance: Math.max(...entries.map((one) => one.change.distance), 1e-9),
  };
  const stepTo = ({ key }: TimelineEntry) => {
    act(pick(key));
    document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(key)}"]`)?.focus();
  };
  const dated = entries.some(({ time }) => time !== null);
  const tabbable = picked ?? entries[entries.length - 1].key;
  return (
    <>
      <Drawing
        title={title}
        summary={spread(
          'What is left',
          entries.flatMap(({ itemName, share, happened }) => (happened ? [[itemName, share] as const] : [])),
          percent,
        )}
      >
        <div
          ref={scroll}
          className={entries.length > WRAPPED ? `scroll ${classes.plot} ${classes.long}` : classes.plot}
          style={
            {
              '--hue': `var(--${side === 'user' ? 'person' : 'item'})`,
              '--marks': entries.length,
            } as React.CSSProperties
          }
        >
          <div className={classes.rows} aria-hidden="true">
            <Axis name={sizing === 'left' ? 'left' : 'without it'} height={MARK}>
              {sizing === 'left' ? percent(most.size) : distance(most.size)}
            </Axis>
            <Axis name="moved" height={BAR}>
              {distance(most.distance)}
            </Axis>
            <Axis name="kept" height={BAR}>
              1
            </Axis>
            <Axis name="seen" height={BAR}>
              1
            </Axis>
            {strips && (
              <span style={{ height: CELL * entries[0].change.update.length }}>kept, by dimension</span>
            )}
            <span className={classes.tick}>review</span>
            {dated && <span className={classes.tick}>date</span>}
          </div>
          <fieldset className={classes.marks} aria-label="Interactions, oldest first">
            {entries.map((entry, k) => (
              <button
                key={entry.key}
                type="button"
                className={classes.mark}
                data-mark={entry.key}
                data-testid="timeline-mark"
                data-remaining={entry.remaining}
                data-without={leftOut?.get(entry.key)?.moved}
                data-happened={entry.happened}
                aria-pressed={entry.key === picked}
                aria-label={described(entry, k, leftOut?.get(entry.key))}
                title={described(entry, k, leftOut?.get(entry.key))}
                tabIndex={entry.key === tabbable ? 0 : -1}
                onClick={() => act(pick(entry.key === picked ? null : entry.key))}
                onKeyDown={(event) => {
                  const to = steppedTo(event.key, k, entries.length);
                  if (to === null) return;
                  event.preventDefault();
                  stepTo(entries[to]);
                }}
              >
                <Dot entry={entry} size={sizeOf(entry)} most={most.size} />
                <Bar value={entry.change.distance / most.distance} />
                <Bar value={entry.change.updateGate} />
                <Bar value={entry.change.resetGate} soft />
                {strips && <Strip values={entry.change.update} />}
                <Tick k={k} n={entries.length}>
                  {count(k + 1)}
                </Tick>
                {dated && (
                  <Tick k={k} n={entries.length} testId="timeline-date">
                    {entry.time !== null && month(entry.time)}
                  </Tick>
                )}
              </button>
            ))}
          </fieldset>
        </div>
        <MarksKey sizing={sizing} />
      </Drawing>
      <Group justify="flex-end" c="var(--soft)" fz="sm" mt={4}>
        <Switch
          size="xs"
          label="every dimension"
          checked={strips}
          onChange={(event) => setStrips(event.currentTarget.checked)}
        />
      </Group>
      <MarksTable timeline={timeline} leftOut={leftOut} />
    </>
  );
}

/** What a row of the figure measures, and where it ends: its full height, or its largest area. */
function Axis({ name, height, children }: { name: string; height: number; children: ReactNode }) {
  return (
    <span style={{ height }}>
      <span>{name}</span> <span>≤ {children}</span>
    </span>
  );
}

function useLeftOutByKey() {
  const report = useLeftOut((s) => s.answer);
  return useMemo(() => leftOutOf(report), [report]);
}

const described = (entry: TimelineEntry, k: number, leftOut: LeftOut | undefined): string =>
  [
    `${count(k + 1)}. ${entry.itemName}`,
    entry.time === null ? '' : day(entry.time),
    entry.rating === null ? 'no rating' : `rated ${given(entry.rating)}`,
    entry.happened ? `${percent(entry.share)} of what is left` : 'after the moment shown',
    leftOut ? `${distance(leftOut.moved)} apart without it` : '',
    entry.simulated ? 'written here' : entry.edited ? 'edited' : '',
    entry.muted.length > 0 ? `muted: ${entry.muted.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Area: what is chosen; colour: the rating around the mean; strength: modalities; outline: simulated, dashed edited. */
function Dot({ entry, size, most }: { entry: TimelineEntry; size: number | null; most: number }) {
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  const color = likedAt(entry.rating, dataset);
  const { given, possible } = carried(entry, dataset.aspects.length);
  const radius = Math.max(2, 10 * Math.sqrt((size ?? 0) / most));
  return (
    <svg viewBox={`-12 -${MARK / 2} 24 ${MARK}`} width={24} height={MARK} aria-hidden="true">
      <circle
        r={entry.happened ? radius : 2}
        fill={entry.simulated || !entry.happened ? 'var(--paper)' : color}
        stroke={color}
        strokeWidth={entry.simulated ? 2.5 : 1.5}
        strokeDasharray={entry.edited ? '3 2' : undefined}
        opacity={entry.happened && size !== null ? 0.4 + (0.6 * given) / possible : 0.5}
      />
    </svg>
  );
}

function Bar({ value, soft = false }: { value: number; soft?: boolean }) {
  return (
    <span className={classes.bar} style={{ height: BAR }}>
      <span style={{ height: `${Math.round(100 * Math.min(1, value))}%`, opacity: soft ? 0.45 : 0.85 }} />
    </span>
  );
}

/** z of every dimension: full hue keeps all, none replaces it. */
function Strip({ values }: { values: readonly number[] }) {
  return (
    <svg width={16} height={CELL * values.length} aria-hidden="true">
      {values.map((z, d) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
          key={d}
          y={CELL * d}
          width={16}
          height={CELL - 1}
          fill={`color-mix(in oklab, var(--hue) ${Math.round(100 * z)}%, var(--track))`}
        >
          <title>{`dimension ${d}: z = ${thousandths(z)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
