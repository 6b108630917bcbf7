import { Button } from '@mantine/core';
import { runCold, useLabs } from '../../session/labs';
import { useSession } from '../../session/store';
import { milliseconds } from '../../ui/format';
import { LabFigure } from './LabFigure';
import classes from './Labs.module.css';
import { LabError, Running } from './Running';
import { coldTitle } from './sentences';

/** How soon the reviews of the person make the list and the profile that they make in the end. */
export function ColdCard() {
  const { coldAsked, coldReport, coldProgress, running } = useLabs();
  const person = useSession((s) => s.person);
  const log = useSession((s) => s.history.present);
  const report = coldAsked?.person === person && coldAsked?.log === log ? coldReport : null;
  return (
    <section className="card" aria-label="Cold start" data-testid="cold">
      <h2 aria-live="polite">{coldTitle(report)}</h2>
      <p className="soft">
        The person with only the first of their reviews, while everybody else’s have all happened; each point
        runs the whole model. Both lists rank what the person never reviews.
      </p>
      <div className={classes.verbs}>
        <Button
          size="compact-md"
          color="drex"
          onClick={runCold}
          loading={running === 'cold'}
          data-testid="cold-run"
        >
          Begin from zero
        </Button>
      </div>
      {running === 'cold' && (
        <Running
          done={coldProgress?.done ?? 0}
          total={coldProgress?.total ?? 1}
          text={`${coldProgress?.done ?? 0} points`}
        />
      )}
      <LabError of="cold" />
      {report && report.points.length > 1 && (
        <>
          <LabFigure
            title="Cold start"
            xs={report.points.map((one) => one.known)}
            xLabel="own reviews known"
            lines={[
              { label: 'top ten', values: report.points.map((one) => one.top) },
              { label: 'keyword profile', values: report.points.map((one) => one.words) },
            ]}
          />
          <p className="soft">{`${report.points.length} points in ${milliseconds(report.milliseconds)}.`}</p>
        </>
      )}
    </section>
  );
}
