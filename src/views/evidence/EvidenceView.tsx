import { type ReactNode, useEffect } from 'react';
import type { Evidence, MissingEvidence } from '../../engine/questions/evidence';
import { useEvaluation, useEvidenceReport } from '../../session/evidence';
import { stopAsking, useAct, useSession } from '../../session/part';
import { keepSettings } from '../../session/verbs';
import { errorWords } from '../shared/problemWords';
import { Changes } from './Changes';
import { ColdStart } from './ColdStart';
import { Earlier } from './Earlier';
import classes from './Evidence.module.css';
import { Faithfulness } from './Faithfulness';
import { Unmeasured } from './Figure';
import { LatestOut } from './LatestOut';
import { Listens } from './Listens';
import { LiveRow } from './LiveRow';
import { lacksWithin } from './lacks';
import { Missing } from './Missing';
import { Models } from './Models';
import { isPart } from './partsWorth';
import { Screen } from './Screen';
import { ShortHistories } from './ShortHistories';
import { missingSentence } from './sentences';
import { Worlds } from './Worlds';

/** How good the model is, and what that was measured by. */
export default function EvidenceView() {
  const { answer: report, failure: damage } = useEvidenceReport();
  const earlier = report?.state === 'measured' ? report.earlier : null;
  const id = useSession((s) => s.start?.dataset.id ?? '');
  const act = useAct();
  useEffect(() => () => act(stopAsking(useEvaluation)), [act]);
  return (
    <main
      className="view"
      style={{ maxWidth: 1400, gap: 10, paddingBottom: 10 }}
      data-target="evidence"
      data-testid="evidence-view"
      data-state={report?.state}
    >
      {damage && (
        <section className="card" role="alert" data-testid="evidence-damage">
          <h2>The evidence of this data set cannot be read</h2>
          <p className="failed">{errorWords(damage)}</p>
          <p className="soft">Everything else on the page works as before.</p>
        </section>
      )}
      {!report && !damage && <p className="soft">Reading what was measured…</p>}
      {report?.state === 'measured' ? (
        <>
          {earlier && <Earlier state={earlier} />}
          <div className={classes.group} data-target="finding">
            <Screen evidence={report.evidence} past={earlier !== null} />
          </div>
          <Details>
            <div className={classes.group} data-target="measures">
              <Models evidence={report.evidence} past={earlier !== null} />
              <LiveRow />
            </div>
            <Figures evidence={report.evidence} past={earlier !== null} />
          </Details>
        </>
      ) : (
        <>
          {report && <NotMeasured missing={report.missing} id={id} />}
          <LiveRow />
        </>
      )}
    </main>
  );
}

/** Everything behind the one screen, made once somebody asks; whether it is open stands in the link. */
function Details({ children }: { children: ReactNode }) {
  const open = useSession((s) => s.settings.details === 'open');
  const act = useAct();
  return (
    <details
      className={classes.details}
      open={open}
      onToggle={({ currentTarget }) =>
        currentTarget.open !== open && act(keepSettings({ details: currentTarget.open ? 'open' : undefined }))
      }
      data-testid="evidence-details"
    >
      <summary>Details: every table and curve, and measuring it yourself</summary>
      {open && <div className={classes.behind}>{children}</div>}
    </details>
  );
}

/** What stands here once it is measured; a part that is not draws nothing of its own. */
const PARTS = [
  {
    name: 'whether it listens: what simulated people found',
    Part: Listens,
    has: ({ behaviours }) => behaviours !== null,
  },
  {
    name: 'lists after one, two and five reviews',
    Part: ShortHistories,
    has: ({ shortHistories }) => shortHistories.length > 0,
  },
  {
    name: 'other ablations, and trials, which are asked for with --forms',
    Part: Changes,
    has: ({ models }) =>
      models.some((row) => (row.family === 'ablation' && !isPart(row)) || row.family === 'trial'),
  },
  {
    name: 'cold start: rating errors where little is known',
    Part: ColdStart,
    has: ({ coldStart }) => coldStart.length > 0,
  },
  {
    name: 'missing modalities: rating errors without text, ratings or aspects',
    Part: Missing,
    has: ({ missing }) => missing.length > 0,
  },
  {
    name: 'faithfulness: whether the words named are those that moved the rating',
    Part: Faithfulness,
    has: ({ faithfulness }) => faithfulness !== null,
  },
  {
    name: 'the latest interaction of each person held out',
    Part: LatestOut,
    has: ({ latestOut }) => latestOut !== null && latestOut.length > 0,
  },
] satisfies {
  name: string;
  Part: (props: { evidence: Evidence; past: boolean }) => ReactNode;
  has: (evidence: Evidence) => boolean;
}[];

function Figures({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const lacks = [
    ...PARTS.filter(({ has }) => !has(evidence)).map(({ name }) => name),
    ...lacksWithin(evidence),
  ];
  return (
    <>
      <div className={classes.group} data-target="measures">
        <Worlds evidence={evidence} past={past} />
      </div>
      {PARTS.map(({ name, Part }) => (
        <div
          key={name}
          className={classes.group}
          data-target={Part === Faithfulness ? 'faithfulness' : 'measures'}
        >
          <Part evidence={evidence} past={past} />
        </div>
      ))}
      {lacks.length > 0 && <Unmeasured titles={lacks} command={evidence.command} />}
    </>
  );
}

function NotMeasured({ missing, id }: { missing: MissingEvidence; id: string }) {
  return (
    <section className="card" aria-label="Not measured" data-testid="evidence-not-measured">
      <h2>Not measured</h2>
      <p className="soft">
        {missingSentence(missing)} Baselines, whether it listens, ablations, cold start, missing modalities
        and faithfulness stand here once{' '}
        <code className={classes.command} translate="no">
          npm run evidence -- --datasets {id}
        </code>{' '}
        has run. What can be measured in the browser is below.
      </p>
    </section>
  );
}
