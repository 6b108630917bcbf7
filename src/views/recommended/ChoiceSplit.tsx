import type { Choice, WordTerm } from '../../engine/answers';
import { hundredths } from '../../ui/format';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { reasonText } from '../shared/reasonText';
import classes from './Recommended.module.css';
import { Part } from './SplitPart';
import { otherWords } from './sentences';

interface Props {
  readonly choice: Choice;
  readonly person: string;
  readonly item: string;
  /** The words that add most; all others stand in one line. */
  readonly reasons: readonly WordTerm[];
  /** Units at which a bar reaches the end of its half. */
  readonly reach: number;
}

/** s = popularity + match of the states + match of the keywords, each as a signed bar with its number. */
export function ChoiceSplit({ choice, person, item, reasons, reach }: Props) {
  const pair = { person, item };
  return (
    <table className={classes.split} data-figure data-testid="choice-split">
      <caption>
        <Term name="choice score">Choice score</Term>: what to show first
      </caption>
      <tbody>
        <Part open={{ of: 'choice-popularity', ...pair }} value={choice.popularity} reach={reach}>
          <Term name="popularity term">Popularity</Term>
        </Part>
        <Part open={{ of: 'choice-states', ...pair }} value={choice.states} reach={reach}>
          <Term name="match of states">Match of states</Term>
        </Part>
        {reasons.map((term) => (
          <Part
            key={term.word}
            open={{ of: 'choice-word', ...pair, word: term.word }}
            value={term.value}
            reach={reach}
          >
            <Term name="keyword match">Word</Term> “{reasonText(term)}”
          </Part>
        ))}
        <Part value={otherWords(choice, reasons)} reach={reach}>
          {reasons.length > 0 ? 'All other words' : <Term name="keyword match">Keyword match</Term>}
        </Part>
        <tr>
          <th scope="row">Choice score</th>
          <td className="soft">sorts the list</td>
          <td>
            <Num open={{ of: 'choice', ...pair }} value={choice.score}>
              {hundredths(choice.score)}
            </Num>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
