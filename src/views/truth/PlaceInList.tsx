import type { ListFall } from '../../engine/questions/listFall';
import { useSession } from '../../session/part';
import { useListFall } from '../../session/truth';
import { DataTable } from '../../ui/figure/DataTable';
import { aOf, count, signedThousandths } from '../../ui/format';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { errorWords } from '../shared/problemWords';
import { useItemNoun } from '../shared/useKind';
import { othersText, placeTitle } from './sentences';
import classes from './Truth.module.css';

/** Whether the words that are an item's reasons are those that it stands on the list for. */
export function PlaceInList() {
  const { answer, asking, failure } = useListFall();
  const noun = useItemNoun().one;
  const alone = useSession((s) => !Number.isFinite(s.history.times));
  const fall = asking ? null : answer;
  return (
    <div className={classes.part} data-testid="fall" data-fall={fall?.fall} data-item={fall?.item}>
      <h2 aria-live="polite">{fall ? placeTitle(fall) : `Do the reasons hold ${aOf(noun)} in its place?`}</h2>
      <p className="soft">
        A reason names words. Here they are taken out of the <Term name="keyword profile" />, as if no review
        had said them, and the list is sorted anew. If they are what the {noun} stands there for, it falls.
      </p>
      <Failed why={errorWords(failure)}>The list could not be sorted without words</Failed>
      {asking && <Waiting>Sorting the list without each word…</Waiting>}
      {alone && <p className={classes.said}>This list goes by what everybody likes: no word counts in it.</p>}
      {!alone && !asking && !fall && !failure && (
        <p className={classes.said}>
          No {noun} of this list has five words that speak for it: too little has been said yet to take any
          away.
        </p>
      )}
      {fall && <Words fall={fall} />}
    </div>
  );
}

/** "▼ 3", or that it stays */
const falls = (places: number): string =>
  places === 0 ? 'stays' : `${places > 0 ? '▼' : '▲'} ${count(Math.abs(places))}`;

function Words({ fall }: { fall: ListFall }) {
  const { words, item, name, among } = fall;
  const person = useSession((s) => s.person);
  return (
    <>
      <DataTable
        title={`The words that speak most for ${name}, and how far it falls without each`}
        scroll={`Words that speak for ${name}`}
        testId="fall-words"
        rows={words}
        foot={[
          {
            word: 'all of them together',
            value: words.reduce((sum, { value }) => sum + value, 0),
            fall: fall.fall,
          },
        ]}
        columns={[
          { head: 'Word', value: ({ word }) => word },
          {
            head: 'Adds to the choice score',
            shownHead: 'Adds',
            value: ({ value }) => value,
            show: ({ word, value }, k) => (
              <Num
                open={person !== null && k < words.length ? { of: 'choice-word', person, item, word } : null}
                value={value}
                as={signedThousandths}
              />
            ),
          },
          {
            head: 'Places it falls without it',
            shownHead: 'Falls by',
            value: ({ fall: by }) => by,
            show: ({ fall: by }) => falls(by),
          },
        ]}
      />
      <p className="soft">
        The list has {count(among)} places. {othersText(fall)} Pick another item in Explore to ask of it.
      </p>
    </>
  );
}
