import { useEffect, useRef } from 'react';
import { CELLS, symbolText } from '../../engine/equations';
import { goToStation, STATIONS, type Station, stationIn, useTrace } from '../../session/microscope';
import { useAct, useSession } from '../../session/part';
import { Drawing } from '../../ui/figure/Drawing';
import { arrow, moveOf } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import { useKind } from '../shared/useKind';
import classes from './Microscope.module.css';
import { cellOf } from './stationParts';
import { STATION_NAMES } from './stations';

interface Box {
  readonly station: Station;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly hue?: 'person' | 'item';
}

const HEIGHT = 34;
const SIZE = { width: 1052, height: 196 };
const PLACED = [
  { side: 'user', hue: 'person', y: 6 },
  { side: 'item', hue: 'item', y: 112 },
] as const;
const CELL = { x: 596, width: 338, height: 78 };
const GATES = ['reset', 'update', 'candidate', 'next'] as const;

const BOXES: readonly Box[] = [
  ...(['words', 'context', 'attention', 'text'] as const).map((station, k) => ({
    station,
    label: STATION_NAMES[station],
    x: k * 118,
    y: 28,
    width: 98,
  })),
  { station: 'feedback', label: 'Ratings, given or not', x: 236, y: 134, width: 216 },
  { station: 'fusion', label: 'Features x', x: 480, y: 81, width: 88 },
  ...PLACED.flatMap(({ side, hue, y }) =>
    GATES.map((station, k) => ({
      station,
      label: symbolText(CELLS[side][station].of),
      x: CELL.x + 14 + k * 80,
      y: y + 34,
      width: 70,
      hue,
    })),
  ),
  { station: 'score', label: STATION_NAMES.score, x: 962, y: 28, width: 90 },
  { station: 'choice', label: STATION_NAMES.choice, x: 962, y: 134, width: 90 },
];

/** From the right edge of one box to the left edge of another. */
const ARROWS = [
  'M98 45H114',
  'M216 45H232',
  'M334 45H350',
  'M452 45C470 45 462 92 476 92',
  'M452 151C470 151 462 104 476 104',
  'M568 92C584 92 580 57 592 57',
  'M568 104C584 104 580 163 592 163',
  'M934 45H958',
  'M934 57C950 57 944 139 958 139',
  'M934 139C950 139 944 57 958 57',
  'M934 151H958',
];

/**
 * The whole update as one picture; a click goes to a station. The list of stations is its twin for the keyboard. Drawn by
 * hand: it is no chart.
 */
export function Diagram() {
  const act = useAct();
  const station = useSession(stationIn);
  const kind = useKind();
  // Cells that are blind to each other see where everybody starts.
  const blind = useTrace((s) => (s.answer?.blind ? '⁰' : ''));
  const prediction = useTrace((s) => s.answer?.prediction);
  const scroller = useRef<HTMLElement>(null);
  const place = STATIONS.indexOf(station);
  useEffect(() => {
    // On a phone only a part of it is seen.
    const box = BOXES.find((one) => one.station === station);
    const element = scroller.current;
    if (!box || !element || element.scrollWidth <= element.clientWidth) return;
    const scale = element.scrollWidth / SIZE.width;
    element.scrollTo({ left: (box.x + box.width / 2) * scale - element.clientWidth / 2 });
  }, [station]);
  return (
    <Scroll className={classes.diagram} ref={scroller} label="Diagram of the update">
      <Drawing
        title="One update, from review to prediction"
        summary={
          prediction &&
          `Predicted rating before and after: ${arrow(moveOf(prediction.before.rating, prediction.after.rating))}.`
        }
      >
        <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" fill="var(--soft)" />
            </marker>
          </defs>
          {PLACED.map(({ side, hue, y }) => (
            <g key={hue}>
              <rect
                x={CELL.x}
                y={y}
                width={CELL.width}
                height={CELL.height}
                rx={10}
                className={classes.cell}
                data-hue={hue}
              />
              <text x={CELL.x + 14} y={y + 22} className={classes.cellName}>
                {cellOf(side, kind)}
              </text>
            </g>
          ))}
          {ARROWS.map((d) => (
            <path key={d} d={d} className={classes.arrow} markerEnd="url(#arrow)" />
          ))}
          <path d={`M750 84V108`} className={classes.arrow} markerEnd="url(#arrow)" />
          <path d={`M780 112V88`} className={classes.arrow} markerEnd="url(#arrow)" />
          <text x={738} y={102} className={classes.exchange}>
            u{blind}
          </text>
          <text x={786} y={102} className={classes.exchange}>
            i{blind}
          </text>
          {BOXES.map((box) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same for the keyboard
            <g
              key={`${box.station}${box.y}`}
              className={classes.box}
              data-lit={box.station === station}
              data-passed={STATIONS.indexOf(box.station) < place}
              data-hue={box.hue}
              onClick={() => act(goToStation(box.station))}
            >
              <rect x={box.x} y={box.y} width={box.width} height={HEIGHT} rx={8} />
              <text x={box.x + box.width / 2} y={box.y + HEIGHT / 2 + 4.5}>
                {box.label}
              </text>
            </g>
          ))}
        </svg>
      </Drawing>
    </Scroll>
  );
}
