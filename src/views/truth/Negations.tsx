import type { Negation, PhraseChange } from '../../engine/questions/faithfulness';
import { saysOnly } from '../../ui/cell';
import { exact, percent } from '../../ui/format';
import { ChangeHeads, Changes } from './Changes';
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={classes.wide} tabIndex={0} aria-label="Negations of the review">
        <table className={classes.numbers}>
          <caption className="visually-hidden">Negated words and the same words alone</caption>
          <thead>
            <ChangeHeads of="Words" />
          </thead>
          {negations.map(({ place, negation, word, negated, plain }) => (
            <tbody key={place} data-testid="truth-negation">
              <Phrase name={`“${negation} ${word}”`} change={negated} />
              <Phrase name={`“${word}” alone`} change={plain} />
            </tbody>
          ))}
        </table>
      </section>
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
      <td title={exact(change.attention)} {...saysOnly(change.attention)}>
        {percent(change.attention)}
      </td>
      <Changes change={change} />
    </tr>
  );
}
