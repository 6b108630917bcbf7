import type { Evidence, Interval } from '../../engine/questions/evidence';
import { DataTable } from '../../ui/figure/DataTable';
import { intervalParts } from '../../ui/figure/grid';
import { percent } from '../../ui/format';
import { type Question, questionsOf, ruleSentence } from './behaviours';
import classes from './Evidence.module.css';
import { Figure } from './Figure';
import { WithInterval } from './WithInterval';

/** All that simulated people asked: whether the list follows what they say. */
export function Listens({ evidence }: { evidence: Evidence }) {
  const { behaviours, protocol } = evidence;
  if (!behaviours) return null;
  return (
    <Figure
      title="Whether it listens, beside the others"
      reading="Simulated newcomers wrote reviews and asked every model that can serve somebody new for a list. In brackets: the 95&nbsp;% interval."
      definition={protocol.behaviours}
      testId="evidence-listens"
    >
      {questionsOf(evidence).map((question) => (
        <Asked key={question.key} question={question} />
      ))}
      <p className="soft" data-testid="listens-rule">
        {ruleSentence(evidence)}
      </p>
    </Figure>
  );
}

/** What one model, or the lot, came to. */
interface Answers {
  readonly cells: readonly (Interval | number | null)[];
}

function Asked({ question: { title, told, heads, rows, chance, none } }: { question: Question }) {
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      {none ? (
        <p className="soft">{none}</p>
      ) : (
        <>
          <p className="soft">{told}</p>
          <DataTable
            title={title}
            summary={told}
            scroll={title}
            full
            rows={[...rows, ...(chance ? [{ model: 'chance', label: 'drawn by lot', cells: chance }] : [])]}
            row={({ model }) => ({ 'data-row': model })}
            columns={[
              { head: 'Model', value: ({ label }) => label },
              ...heads.map((head, k) => ({
                head,
                value: ({ cells }: Answers) =>
                  typeof cells[k] === 'number' ? { mean: cells[k] } : intervalParts(cells[k]),
                show: ({ cells }: Answers) =>
                  typeof cells[k] === 'number' ? (
                    percent(cells[k])
                  ) : (
                    <WithInterval of={cells[k]} as={percent} />
                  ),
              })),
            ]}
          />
        </>
      )}
    </>
  );
}
