import type { Timeline } from '../../engine/api';
import { Fold } from '../../ui/Fold';
import { exact, percent, rating } from '../../ui/format';
import classes from './Timeline.module.css';

/** The same as a table. */
export function MarksTable({ timeline }: { timeline: Timeline }) {
  return (
    <Fold summary="As a table" className={classes.table}>
      <div className={classes.wide}>
        <table>
          <caption className="visually-hidden">
            What each interaction left, how far it moved the state, and its gates
          </caption>
          <thead>
            <tr>
              <th scope="col">Interaction</th>
              <th scope="col">Rating</th>
              <th scope="col">‖c‖ left</th>
              <th scope="col">Share</th>
              <th scope="col">Moved</th>
              <th scope="col">Mean z</th>
              <th scope="col">Mean r</th>
            </tr>
          </thead>
          <tbody>
            {timeline.entries.map((one, k) => (
              <tr key={one.key} data-happened={one.happened}>
                <th scope="row">
                  {k + 1}. {one.itemName}
                  {one.simulated && ' (simulated)'}
                  {one.edited && ' (edited)'}
                </th>
                <td>{one.rating === null ? '–' : rating(one.rating)}</td>
                <td title={exact(one.remaining)}>{one.remaining.toFixed(3)}</td>
                <td>{one.happened ? percent(one.share) : 'not yet'}</td>
                <td title={exact(one.change.distance)}>{one.change.distance.toFixed(3)}</td>
                <td title={exact(one.change.updateGate)}>{one.change.updateGate.toFixed(2)}</td>
                <td title={exact(one.change.resetGate)}>{one.change.resetGate.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">
        Left of the initial state: {timeline.initial.toFixed(3)}. The vectors behind these lengths add up to
        the state exactly; lengths do not, where vectors point apart.
      </p>
    </Fold>
  );
}
