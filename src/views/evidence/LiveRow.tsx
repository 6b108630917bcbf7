import { Button, Progress, Switch } from '@mantine/core';
import { historyName } from '../../engine/openedNumber';
import type { Evaluation } from '../../engine/questions/evaluate';
import {
  FIGURES_OPENED,
  type FigureOpened,
  figuresOf,
  TEST_FIGURES,
  type TestFigure,
} from '../../engine/testFigures';
import { chooseModality, useEvaluation, useEvidence } from '../../session/evidence';
import { askFor, stopAsking, useAct, useSession } from '../../session/part';
import { DataTable } from '../../ui/figure/DataTable';
import type { Column } from '../../ui/figure/figure';
import { count, fixed, listed, milliseconds } from '../../ui/format';
import { Failed } from '../../ui/Status';
import type { Modality } from '../../vocabulary';
import { Num } from '../shared/Num';
import { errorWords } from '../shared/problemWords';
import { agreement, isWhole } from './agreement';
import classes from './Evidence.module.css';
import { delta, METRICS } from './metrics';

const COLUMNS = Object.keys(TEST_FIGURES) as TestFigure[];
const infoOf = (figure: TestFigure) => METRICS[TEST_FIGURES[figure]];
const opens = (figure: TestFigure): figure is FigureOpened =>
  (FIGURES_OPENED as readonly string[]).includes(figure);

function nameOf({ request }: Evaluation, hasAspects: boolean): string {
  const off = [
    !request.text && 'text',
    !request.rating && 'overall ratings',
    hasAspects && !request.aspects && 'aspect ratings',
  ].filter((name): name is string => Boolean(name));
  return off.length === 0 ? 'Here, now' : `Here, without ${listed(off)}`;
}

/** The test part measured anew by the running backend, beside what the bundle says. */
export function LiveRow() {
  const dataset = useSession((s) => s.start?.dataset);
  const backend = useSession((s) => s.start?.backend.name);
  const { request, evaluations } = useEvidence();
  const act = useAct();
  const { asking, progress, failure } = useEvaluation();
  if (!dataset) return null;
  const hasAspects = dataset.aspects.length > 0;
  const whole = evaluations.find((one) => isWhole(one, hasAspects));
  const last = evaluations.at(-1);
  const stored = dataset.metrics.rows.find((row) => row.model === 'drex');
  const storedValues = stored ? figuresOf(stored) : null;
  const rows = evaluations.map(
    (one): Measured => ({
      name: nameOf(one, hasAspects),
      figures: one,
      history: historyName(one.request),
      against: isWhole(one, hasAspects) ? null : storedValues,
      milliseconds: one.milliseconds,
    }),
  );
  if (storedValues)
    rows.unshift({
      name: `Stored with the data set${dataset.metrics.changed ? ', measured earlier' : ''}`,
      figures: storedValues,
      history: null,
      against: null,
      milliseconds: null,
    });
  const held = count(last?.n ?? stored?.n ?? 0);
  return (
    <section className="card" aria-label="Measured here">
      <h2 aria-live="polite" data-testid="live-title">
        {whole ? agreement(whole, dataset.metrics.changed !== null) : 'Measure it yourself, on this machine'}
      </h2>
      <p className={`soft ${classes.reading}`}>
        Runs the history (training and validation part) through the model from the start, on {backend} and
        predicts the test part: the rating of each held-out review, and what the list would put first out of
        the whole catalogue. Switch a modality off, and it is as if nobody had ever given it.
      </p>
      <div className="verbs">
        <ModalitySwitch name="text" label="Text" on={request.text} />
        <ModalitySwitch name="rating" label="Overall ratings" on={request.rating} />
        {hasAspects && <ModalitySwitch name="aspects" label="Aspect ratings" on={request.aspects} />}
        {!asking ? (
          <Button
            variant="filled"
            size="sm"
            onClick={() => act(askFor(useEvaluation, request))}
            data-testid="live-run"
          >
            Measure
          </Button>
        ) : (
          <Button size="sm" onClick={() => act(stopAsking(useEvaluation))}>
            Stop
          </Button>
        )}
      </div>
      {asking && <Progress value={100 * (progress ?? 0)} size="sm" mt="sm" aria-label="Measuring" />}
      <Failed why={errorWords(failure)}>This could not be measured</Failed>
      {(stored || last) && (
        <DataTable
          title="Figures stored and measured here"
          summary={`DReX on ${held} held-out reviews.`}
          scroll="Figures stored and measured here"
          full
          testId="live-table"
          rows={rows}
          keyOf={({ name }) => name}
          row={({ history }) => (history === null ? {} : { 'data-testid': 'live-result' })}
          columns={[
            {
              head: 'Measured',
              shownHead: `DReX on ${held} held-out reviews`,
              value: ({ name }) => name,
            },
            ...COLUMNS.map(columnOf),
            {
              head: 'Time',
              value: ({ milliseconds: time }) => ({ milliseconds: time }),
              show: ({ milliseconds: time }) => time !== null && milliseconds(time),
            },
          ]}
        />
      )}
      {dataset.metrics.changed && (
        <p className="soft">
          What has changed since the stored figures were measured: {dataset.metrics.changed}
        </p>
      )}
      {last && (
        <p className="soft">
          Relevant for NDCG and recall: rated {last.relevant} or more.
          {evaluations.some((one) => !isWhole(one, hasAspects)) &&
            ' In brackets: the change from the stored figure.'}
        </p>
      )}
    </section>
  );
}

/** A row of figures: those that are stored, or measured here. */
interface Measured {
  readonly name: string;
  readonly figures: Readonly<Record<TestFigure, number | null>>;
  /** Which history they are of; null where they are stored. */
  readonly history: string | null;
  /** Figures to compare with. */
  readonly against: Readonly<Record<TestFigure, number | null>> | null;
  readonly milliseconds: number | null;
}

function columnOf(part: TestFigure): Column<Measured> {
  const { label, digits } = infoOf(part);
  const changeOf = ({ figures, against }: Measured) => {
    const [value, other] = [figures[part], against?.[part] ?? null];
    return value === null || other === null ? null : value - other;
  };
  return {
    head: label,
    value: (one) => ({ '': one.figures[part], 'change from stored': changeOf(one) }),
    cell: ({ history, figures }) =>
      history === null ? {} : { 'data-part': part, 'data-value': figures[part] ?? undefined },
    show: (one) => {
      const value = one.figures[part];
      if (value === null) return '–';
      const change = changeOf(one);
      return (
        <>
          <Num
            open={
              one.history !== null && opens(part) ? { of: 'metric', name: part, history: one.history } : null
            }
            value={value}
            as={(shown) => fixed(shown, digits)}
          />
          {change !== null && <span className="soft"> ({delta(change, digits)})</span>}
        </>
      );
    },
  };
}

interface ModalityProps {
  readonly name: Modality;
  readonly label: string;
  readonly on: boolean;
}

const ModalitySwitch = ({ name, label, on }: ModalityProps) => {
  const act = useAct();
  return (
    <Switch
      label={label}
      checked={on}
      onChange={(event) => act(chooseModality({ [name]: event.currentTarget.checked }))}
      data-testid={`live-${name}`}
    />
  );
};
