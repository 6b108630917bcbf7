import type { Evidence } from '../../engine/questions/evidence';
import { useSession } from '../../session/part';
import classes from './Evidence.module.css';
import { findings } from './findings';
import { Heard } from './Heard';
import type { Sentence } from './judgement';
import { Measured } from './Measured';
import { Reasons } from './Reasons';
import { Worth } from './Worth';

/** What was found, on one screen. */
export function Screen({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const things = useSession((s) => s.start?.dataset.itemNoun.many ?? 'things');
  const { headline, best, not } = findings(evidence, things, past);
  return (
    <div className={classes.screen}>
      <section className="headline" aria-label="Finding" data-testid="evidence-headline">
        {past && <p className="note">Measured on an earlier version of the model</p>}
        <h2>{headline}</h2>
      </section>
      <Said title="What DReX does best here" said={best} testId="evidence-best" />
      <Said title="What it does not" said={not} testId="evidence-not" />
      <Worth evidence={evidence} />
      <div className={classes.column}>
        <Heard evidence={evidence} />
        <Reasons evidence={evidence} />
      </div>
    </div>
  );
}

function Said({ title, said, testId }: { title: string; said: readonly Sentence[]; testId: string }) {
  return (
    <section className="card" aria-label={title} data-testid={testId}>
      <h2>{title}</h2>
      <ul className={classes.said}>
        {said.map((pieces, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences never change places
          <li key={k}>
            {pieces.map((piece, at) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do their pieces
                <span key={at} className={classes.whole}>
                  {piece.aside && '('}
                  <Measured {...piece} />
                  {piece.aside && ')'}
                </span>
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
