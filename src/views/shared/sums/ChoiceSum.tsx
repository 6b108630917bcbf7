import { partsOf } from '../../../engine/choice';
import type { Reasons, ReasonsRequest } from '../../../engine/questions/recommend';
import { useAnswer, useSession } from '../../../session/part';
import type { Verb } from '../../../session/session';
import { BAR_TABLE } from '../../../ui/figure/Bar';
import { SUM_TONES, totalRow, waterfall } from '../../../ui/figure/bars';
import { Drawing } from '../../../ui/figure/Drawing';
import { spread, TERMS } from '../../../ui/figure/figure';
import { hundredths, plural, signed } from '../../../ui/format';
import { Term } from '../../../ui/Term';
import { FailureCard } from '../FailureCard';
import { Num } from '../Num';
import { timesWords, wordOfItem } from '../reasonWords';
import { ScoreNumber } from '../ScoreNumber';
import { useKind } from '../useKind';
import { Pairs } from './Pairs';
import { quoting } from './Quote';
import { Said } from './Said';
import classes from './Sums.module.css';
import { furthest, leavesOf, sumOf, type TermRow, Terms } from './Terms';

const ask =
  (request: ReasonsRequest): Verb<Promise<Reasons>> =>
  ({ engine }) =>
    engine.reasons(request);

interface Props {
  readonly person: string;
  readonly item: string;
  /** Whose reviews they are: "your", "the". */
  readonly own: string;
}

/** A choice score as the sum of all its terms, down to pairs of reviews. */
export function ChoiceSum({ person, item, own }: Props) {
  const { present: log, times } = useSession((s) => s.history);
  const at = useSession((s) => s.at);
  const kind = useKind();
  const history = useSession((s) => s.view?.person.history);
  const { answer, of, failure } = useAnswer(ask, { log, at, person, item, times });
  if (failure) return <FailureCard title="The sum could not be worked out" error={failure} />;
  if (!answer || of?.item !== item || of.person !== person) return <p className="soft">Adding up…</p>;
  // A data set that may not pass its texts on has none to quote but those that were written here.
  const told = new Set(history?.flatMap(({ key, text }) => (text ? [key] : [])));
  const rows = rowsOf(answer, { person, item, own }, told);
  const reach = Math.max(1e-9, ...rows.map(({ value }) => Math.abs(value)));
  const { choice, reviewed } = answer;
  const terms = leavesOf(rows);
  return (
    <Drawing
      title="Choice score: what to show first"
      summary={spread('Terms', terms, signed)}
      rows={[...terms, ['Choice score', choice.score]]}
      columns={TERMS}
      bars={() => ({
        axis: 'choice score, no unit',
        tones: SUM_TONES,
        rows: [...waterfall(rows, signed), totalRow('Choice score', choice.score, hundredths(choice.score))],
      })}
    >
      <table className={`${BAR_TABLE} ${classes.split}`} data-testid="choice-sum">
        <caption>
          <Term name="choice score">Choice score</Term>: what to show first
          {reviewed && `, as it would be without this ${kind}’s own review of it`}
          {choice.times === Number.POSITIVE_INFINITY && '; popularity alone counts, and no other term'}
        </caption>
        <tbody>
          <Terms rows={rows} reach={reach} level={0} />
        </tbody>
        <tfoot>
          <tr data-total={choice.score}>
            <th scope="row">Choice score</th>
            <td />
            <td>
              <ScoreNumber choice={choice} person={person} item={item} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Drawing>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Terms shown of a sum before all are asked for. */
const REVIEWS = 3;
const WORDS = 4;

/**
 * All terms of a choice score, reviews and words within theirs by how far they reach.
 * @param told keys of the person’s reviews of which is known here what they say
 */
export function rowsOf(
  answer: Reasons,
  { person, item, own }: Props,
  told: ReadonlySet<string> = NONE,
): TermRow[] {
  const { choice, initial, reviews, words, notSpokenOf, reviewed } = answer;
  const pair = { person, item };
  const pairs = (mine: string, name: string) => ({
    name: 'pairs',
    about: `of ${name}`,
    of: <Pairs {...pair} mine={mine} />,
  });
  const ofPopularity = { of: 'choice-popularity', ...pair } as const;
  const popularity: TermRow = {
    key: 'popularity',
    name: choice.times === 1 ? 'Popularity' : `Popularity, counted ${timesWords(choice.times)}`,
    shown: (
      <>
        <Term name="popularity term">Popularity</Term>
        {choice.times !== 1 && (
          <>
            {' '}
            <Num open={ofPopularity} value={choice.popularity} as={signed} />, counted{' '}
            {timesWords(choice.times)}
          </>
        )}
      </>
    ),
    value: partsOf(choice)[0],
    ...(choice.times === 1 && { open: ofPopularity }),
  };
  if (choice.times === Number.POSITIVE_INFINITY) return [popularity];
  return [
    popularity,
    {
      key: 'initial',
      name: 'First guess, the same for anyone new',
      value: initial,
      open: { of: 'choice-initial', ...pair },
      more: [pairs('', 'the beginning')],
    },
    {
      key: 'reviews',
      name: 'Match with reviews',
      shown: (
        <>
          <Term name="match of states">Match</Term> with {plural(reviews.length, 'review')}
        </>
      ),
      value: sumOf(reviews),
      open: { of: 'choice-reviews', ...pair },
      parts: {
        rows: furthest(reviews).map(({ key, name, value }) => ({
          key,
          name: `${own} review of ${name}`,
          value,
          // With the own review of the item left out, the others have left other traces than those that open here.
          ...(!reviewed && { open: { of: 'choice-share', item, key } as const }),
          more: [...(told.has(key) ? [quoting(key, `of ${name}`)] : []), pairs(key, name)],
        })),
        most: REVIEWS,
        others: 'reviews',
      },
    },
    {
      key: 'words',
      name: 'Words that its reviews speak of',
      shown: (
        <>
          <Term name="keyword match">Words</Term> that its reviews speak of
        </>
      ),
      value: sumOf(words),
      open: { of: 'choice-words', ...pair },
      parts: {
        rows: words.map((term) => ({
          key: term.word,
          name: `“${wordOfItem(term)}”`,
          value: term.value,
          open: { of: 'choice-word', ...pair, word: term.word } as const,
          ...(told.size > 0 && {
            more: [{ name: 'sentences', about: `of ${term.word}`, of: <Said {...pair} word={term.word} /> }],
          }),
        })),
        most: WORDS,
        others: 'words',
      },
    },
    {
      key: 'silent',
      name: 'Words that its reviews leave out',
      value: notSpokenOf,
      open: { of: 'choice-silent', ...pair },
    },
  ];
}
