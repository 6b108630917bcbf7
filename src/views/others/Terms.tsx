import type { Recommended } from '../../engine/questions/recommend';
import { exact, hundredths, signed } from '../../ui/format';
import { Num } from '../shared/Num';
import { reasonText } from '../shared/reasonText';
import classes from './Others.module.css';

/** Words that are named; all others stand in one line. */
const NAMED = 4;

/** Why DReX shows an item: the terms of its score, each of which opens. */
export function Terms({ of, person }: { of: Recommended; person: string }) {
  const { item, choice, words } = of;
  const pair = { person, item };
  const named = words.slice(0, NAMED);
  const rest = choice.words - named.reduce((sum, { value }) => sum + value, 0);
  return (
    <ul className={classes.terms} data-testid="other-terms">
      <li>
        <span>popularity</span>
        <Num open={{ of: 'choice-popularity', ...pair }} value={choice.popularity}>
          {signed(choice.popularity)}
        </Num>
      </li>
      <li>
        <span>match of states</span>
        <Num open={{ of: 'choice-states', ...pair }} value={choice.states}>
          {signed(choice.states)}
        </Num>
      </li>
      {named.map((term) => (
        <li key={term.word}>
          <span>“{reasonText(term)}”</span>
          <Num open={{ of: 'choice-word', ...pair, word: term.word }} value={term.value}>
            {signed(term.value)}
          </Num>
        </li>
      ))}
      <li>
        <span>{named.length > 0 ? 'all other words' : 'match of words'}</span>
        <span title={exact(rest)}>{signed(rest)}</span>
      </li>
      <li>
        <span>choice score</span>
        <Num open={{ of: 'choice', ...pair }} value={choice.score}>
          {hundredths(choice.score)}
        </Num>
      </li>
    </ul>
  );
}
