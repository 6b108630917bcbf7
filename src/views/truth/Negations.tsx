import type { Negation, PhraseChange } from '../../engine/questions/faithfulness';
import { percent } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';
import { Changes, changeHeads } from './Changes';
import { contextText, turnText } from './sentences';
import classes from './Truth.module.css';

/** How the context layer tells "not good" from "good". */
export function Negations({ negations }: { negations: readonly Negation[] }) {
  if (negations.length === 0) return null;
  return (
    <div className={classes.part} data-testid="truth-negations">
      <h3>What a negation does</h3>
      <p className="soft">
        The words as written, and the second word with the negation masked; both against the review with both
        masked.
      </p>
      <Table
        scroll="Negations of the review"
        spoken="Negated words and the same words alone"
        heads={changeHeads('Words')}
      >
        {negations.map(({ place, negation, word, negated, plain }) => (
          <tbody key={place} data-testid="truth-negation">
            <Phrase name={`“${negation} ${word}”`} change={negated} />
            <Phrase name={`“${word}” alone`} change={plain} />
          </tbody>
        ))}
      </Table>
      {negations.map((one) => (
        <p key={one.place} className={classes.said}>
          {contextText(one)} {turnText(one)}.
        </p>
      ))}
    </div>
  );
}

function Phrase({ name, change }: { name: string; change: PhraseChange }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <NumberCell of={change.attention} as={percent} />
      <Changes change={change} />
    </tr>
  );
}
