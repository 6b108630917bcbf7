import { useDimension, useDimensionReport } from '../../session/dimension';
import { useSession } from '../../session/part';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';
import { useUsersNoun } from '../shared/useKind';
import { DimensionPicker } from './DimensionPicker';
import classes from './Dimensions.module.css';
import { Ends } from './Ends';
import { Moves } from './Moves';
import { dimensionTitle } from './sentences';
import { Ties } from './Ties';

/** What one number of a state stands for: who has much of it, what moves it, what it goes with. */
export function DimensionCard() {
  const start = useSession((s) => s.start);
  const { side, d } = useDimension();
  const { answer: report, failure } = useDimensionReport();
  const noun = start?.dataset.itemNoun ?? { one: 'item', many: 'items' };
  const who = useUsersNoun();
  const many = { user: who.many, item: noun.many };
  // The variances of another dimension of the same side are the same.
  const variances = report?.side === side ? report.variances : null;
  const shown = report?.side === side && report.d === d ? report : null;
  return (
    <section
      className="card"
      aria-label="What a dimension means"
      data-testid="dimension"
      data-d={shown?.d}
      data-side={shown?.side}
      data-n={shown?.n}
    >
      <h2 aria-live="polite">
        {shown ? dimensionTitle(shown, many[side]) : `What does dimension ${d} mean?`}
      </h2>
      <p className="soft">
        Nobody named the numbers of the <Term name="embedding" />: training found them. What one of them means
        can only be measured, and often one alone means little.
      </p>
      <DimensionPicker D={start?.dataset.stateSize ?? 0} variances={variances} many={many} />
      <Failed why={errorWords(failure)}>Nothing can be said of this dimension</Failed>
      {!shown && !failure && (
        <Waiting>Looking at every {side === 'user' ? who.one : noun.one} and every frequent word…</Waiting>
      )}
      {shown && (
        <div className={classes.parts}>
          <div>
            <Ties report={shown} who={who.many} />
            <Ends report={shown} whose={many[side]} />
          </div>
          <div>
            <Moves report={shown} noun={side === 'user' ? who.one : noun.one} />
          </div>
        </div>
      )}
    </section>
  );
}
