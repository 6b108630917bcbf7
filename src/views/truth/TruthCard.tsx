import { Button, NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import type { Measure, ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { useEvidenceReport } from '../../session/evidence';
import { useAct, useSession } from '../../session/part';
import {
  chosenReview,
  hasHiddenTexts,
  readableReviews,
  setTruth,
  type TruthState,
  useFaithfulness,
  useTruth,
  writeReview,
} from '../../session/truth';
import { DataTable } from '../../ui/figure/DataTable';
import { milliseconds } from '../../ui/format';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { entryWords } from '../shared/entryWords';
import { errorWords } from '../shared/problemWords';
import { useKind } from '../shared/useKind';
import { Negations } from './Negations';
import { PlaceInList } from './PlaceInList';
import {
  AGREES,
  chanceText,
  correlation,
  MEASURE_NAMES,
  MEASURES,
  matchText,
  measuredText,
  TELLS,
  truthTitle,
  uniformText,
} from './sentences';
import classes from './Truth.module.css';
import { TruthScatter } from './TruthScatter';
import { WordsInText } from './WordsInText';

/** What words do: of one review to the rating, of the whole profile to a place in the list. */
export function TruthCard() {
  const act = useAct();
  const about = useTruth((s) => s.about);
  return (
    <section className="card" aria-label="What words do" data-testid="truth-card">
      <SegmentedControl
        aria-label="What words do"
        data={[
          { value: 'rating', label: 'Words of one review' },
          { value: 'place', label: 'Place in the list' },
        ]}
        value={about}
        onChange={(value) => act(setTruth({ about: value as TruthState['about'] }))}
        data-testid="truth-about"
      />
      {about === 'rating' ? <OfReview /> : <PlaceInList />}
    </section>
  );
}

/** Whether the words that attention weighs most are those that move the model most, for one review. */
function OfReview() {
  const act = useAct();
  const view = useSession((s) => s.view);
  const history = useSession((s) => s.history);
  const truth = useTruth();
  const { measure } = truth;
  const { answer, failure } = useFaithfulness();
  const reviews = readableReviews({ view, history });
  const key = chosenReview(truth, { view, history });
  const report = answer?.key === key ? answer : null;
  return (
    <div
      className={classes.part}
      data-testid="truth"
      data-n={report?.n}
      data-agreement={report?.agreement[measure] ?? undefined}
    >
      <h2 aria-live="polite">{report ? truthTitle(report, measure) : 'Is attention telling the truth?'}</h2>
      <p className="soft">
        <Term name="attention" /> is what the encoder gives a word. Whether the word matters is measured: it
        is replaced by a word that the model does not know, and the whole model runs again.
      </p>
      {key === null ? (
        <NoWords />
      ) : (
        <NativeSelect
          label="Review"
          className={classes.review}
          value={key}
          onChange={({ currentTarget }) => act(setTruth({ chosen: currentTarget.value }))}
          data-testid="truth-review"
        >
          {reviews.map((one) => (
            <option key={one.key} value={one.key}>
              {entryWords(one)}
            </option>
          ))}
        </NativeSelect>
      )}
      <Failed why={errorWords(failure)}>The words of this review could not be measured</Failed>
      {key !== null && !report && !failure && <Waiting>Masking each word of the review…</Waiting>}
      {report && <Report report={report} measure={measure} />}
    </div>
  );
}

function NoWords() {
  const act = useAct();
  const view = useSession((s) => s.view);
  const kind = useKind();
  return (
    <>
      <p className={classes.said} data-testid="truth-empty">
        {hasHiddenTexts({ view })
          ? 'The texts of this data set may not be published, so only reviews written here can be read word by word.'
          : `No review of this ${kind} has words that can be read here.`}
      </p>
      <Button mt={8} size="compact-md" variant="light" onClick={() => act(writeReview)}>
        Write a review in Explore
      </Button>
    </>
  );
}

function Report({ report, measure }: { report: ReviewFaithfulness; measure: Measure }) {
  const act = useAct();
  const uniform = useTruth((s) => s.uniform);
  const unknown = report.words.some((one) => !one.known);
  return (
    <>
      <WordsInText report={report} measure={measure} uniform={uniform} />
      <p className="soft">
        Stronger tint: more attention. Longer bar: masking the word changes more.
        {unknown && ' Struck through: not known to the model, so it cannot be masked and does not count.'}
      </p>
      <div className="verbs">
        <SegmentedControl
          aria-label="Which change"
          data={MEASURE_NAMES.map((value) => ({ value, label: MEASURES[value].label }))}
          value={measure}
          onChange={(value) => act(setTruth({ measure: value as Measure }))}
        />
        <Switch
          label="Uniform attention"
          checked={uniform}
          onChange={(event) => act(setTruth({ uniform: event.currentTarget.checked }))}
          data-testid="truth-uniform"
        />
      </div>
      {uniform && (
        <p
          className={classes.said}
          role="status"
          data-testid="truth-uniform-cost"
          data-rating={report.uniform.rating}
          data-features={report.uniform.features}
        >
          {uniformText(report)}
        </p>
      )}
      {report.n > 0 && (
        <div className={classes.figures}>
          <TruthScatter report={report} measure={measure} />
          <Agreement report={report} />
        </div>
      )}
      {report.n > 0 && (
        <p className={classes.said} data-testid="truth-match">
          {matchText(report)}
        </p>
      )}
      <Negations negations={report.negations} />
      <Measured />
      <p className="soft waiting">
        Measured as the <Term name="word effect" /> is: in the states just before the review, with the
        statistics of the data set’s own reviews. {milliseconds(report.milliseconds)}.
      </p>
    </>
  );
}

/** The rank correlation with each of the four changes. */
function Agreement({ report }: { report: ReviewFaithfulness }) {
  return (
    <div className={classes.agreement}>
      <DataTable
        title="Rank correlation of attention with the change of"
        titled
        full
        spokenHeads={null}
        rows={MEASURE_NAMES}
        columns={[
          { head: 'name', value: (name) => MEASURES[name].label },
          {
            head: 'value',
            value: (name) => report.agreement[name],
            cell: (name) => ({ 'data-testid': `truth-agreement-${name}` }),
            show: (name) => correlation(report.agreement[name]),
          },
        ]}
      />
      <p className="soft">
        Features x: what the review comes to before it meets the states. 1 is the same order, 0 no relation,
        −1 the opposite. From {AGREES} on it is said to agree, below {TELLS} to say little.{' '}
        {report.n > 2 && chanceText(report.n)}
      </p>
    </div>
  );
}

/** What was measured of the whole bundle, where it was. */
function Measured() {
  const evidence = useEvidenceReport((s) => s.answer);
  const faithfulness = evidence?.state === 'measured' ? evidence.evidence.faithfulness : null;
  const text = faithfulness && measuredText(faithfulness);
  if (!text) return null;
  return (
    <p className={classes.said} data-testid="truth-evidence">
      {text}
    </p>
  );
}
