import type { Negation } from '../../engine/questions/faithfulness';
import { DataTable } from '../../ui/figure/DataTable';
import { changeColumns, type Masked } from './Changes';
import { contextText, turnText } from './sentences';
import classes from './Truth.module.css';

/** How the context layer tells "not good" from "good". */
export function Negations({ negations }: { negations: readonly Negation[] }) {
  if (negations.length === 0) return null;
  const rows = negations.flatMap(({ negation, word, negated, plain }): Masked[] => [
    { name: `“${negation} ${word}”`, attention: negated.attention, change: negated },
    { name: `“${word}” alone`, attention: plain.attention, change: plain },
  ]);
  return (
    <div className={classes.part}>
      <h3>What a negation does</h3>
      <p className="soft">
        The words as written, and the second word with the negation masked; both against the review with both
        masked.
      </p>
      <DataTable
        title="Negated words and the same words alone"
        scroll="Negations of the review"
        rows={rows}
        row={(_, k) => (k % 2 === 0 ? { 'data-testid': 'truth-negation' } : {})}
        columns={changeColumns('Words')}
      />
      {negations.map((one) => (
        <p key={one.place} className={classes.said}>
          {contextText(one)} {turnText(one)}.
        </p>
      ))}
    </div>
  );
}
