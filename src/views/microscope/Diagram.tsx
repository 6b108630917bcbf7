import { useMediaQuery } from '@mantine/hooks';
import { goToStation, STATIONS, stationIn, useTrace } from '../../session/microscope';
import { useAct, useSession } from '../../session/part';
import { Drawing } from '../../ui/figure/Drawing';
import { arrow, moveOf } from '../../ui/format';
import { NARROW } from '../../ui/narrow';
import { useKind } from '../shared/useKind';
import { TALL, WIDE } from './diagramLayout';
import classes from './Microscope.module.css';
import { cellOf } from './stationParts';

/** Room for the line around a box that stands at the edge. */
const EDGE = 2;

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
  const place = STATIONS.indexOf(station);
  const narrow = useMediaQuery(NARROW, matchMedia(NARROW).matches);
  const { size, height, boxes, cells, cell, arrows, exchanged } = narrow ? TALL : WIDE;
  return (
    <div className={classes.diagram} data-testid="diagram">
      <Drawing
        title="One update, from review to prediction"
        summary={
          prediction &&
          `Predicted rating before and after: ${arrow(moveOf(prediction.before.rating, prediction.after.rating))}.`
        }
      >
        <svg
          viewBox={`${-EDGE} ${-EDGE} ${size.width + 2 * EDGE} ${size.height + 2 * EDGE}`}
          aria-hidden="true"
        >
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
          {cells.map(({ side, hue, x, y }) => (
            <g key={hue}>
              <rect
                x={x}
                y={y}
                width={cell.width}
                height={cell.height}
                rx={10}
                className={classes.cell}
                data-hue={hue}
              />
              <text x={x + 12} y={y + 22} className={classes.cellName}>
                {cellOf(side, kind)}
              </text>
            </g>
          ))}
          {arrows.map((d) => (
            <path key={d} d={d} className={classes.arrow} markerEnd="url(#arrow)" />
          ))}
          <text x={exchanged.u[0]} y={exchanged.u[1]} className={classes.exchange}>
            u{blind}
          </text>
          <text x={exchanged.i[0]} y={exchanged.i[1]} className={classes.exchange}>
            i{blind}
          </text>
          {boxes.map((box) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same for the keyboard
            <g
              key={`${box.station}${box.x} ${box.y}`}
              className={classes.box}
              data-lit={box.station === station}
              data-passed={STATIONS.indexOf(box.station) < place}
              data-hue={box.hue}
              onClick={() => act(goToStation(box.station))}
            >
              <rect x={box.x} y={box.y} width={box.width} height={height} rx={8} />
              <text x={box.x + box.width / 2} y={box.y + height / 2 + 4.5}>
                {box.label}
              </text>
            </g>
          ))}
        </svg>
      </Drawing>
    </div>
  );
}
