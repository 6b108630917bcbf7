import { Fragment } from 'react';
import type { Mentioned, SentencesRequest } from '../../engine/questions/sentences';
import { useAnswer, useSession } from '../../session/part';
import type { Verb } from '../../session/session';
import { sentencesOf } from '../../ui/sentences';

const ask =
  (request: SentencesRequest): Verb<Promise<readonly Mentioned[]>> =>
  ({ engine }) =>
    engine.sentences(request);

/** The reviews that a keyword of a profile comes from, by their keys, as they stood at the moment that is shown. */
export function useSentences(
  of: Pick<SentencesRequest, 'side' | 'id' | 'word'>,
): ReadonlyMap<string, Mentioned> {
  const log = useSession((s) => s.history.present);
  const at = useSession((s) => s.at);
  const { answer, of: answered } = useAnswer(ask, { log, at, ...of });
  // The answer for the word before stays for a moment, and would be marked in the wrong place.
  const fits = answered?.word === of.word && answered.id === of.id;
  return new Map(fits ? answer?.map((one) => [one.key, one]) : []);
}

const MARK = {
  background: 'color-mix(in oklab, var(--accent) 20%, transparent)',
  color: 'var(--ink)',
  fontWeight: 600,
};

/** What a review says with the word, the word marked; nothing where its text is not known here. */
export function ReviewSentences({ mentioned: { text, places } }: { mentioned: Mentioned }) {
  if (text === null || places.length === 0) return null;
  return (
    <p className="soft" style={{ margin: '0 0 6px' }} data-testid="sentences">
      {sentencesWith(text, places).map(({ start, end, marks }, k) => (
        <Fragment key={start}>
          {k > 0 && ' … '}
          {marks.map((mark, n) => (
            <Fragment key={mark.start}>
              {text.slice(marks[n - 1]?.end ?? start, mark.start)}
              <mark style={MARK}>{text.slice(mark.start, mark.end)}</mark>
            </Fragment>
          ))}
          {text.slice(marks.at(-1)?.end ?? start, end).trimEnd()}
        </Fragment>
      ))}
    </p>
  );
}

/** The sentences of a text in which places lie, with those. */
const sentencesWith = (text: string, places: Mentioned['places']) =>
  sentencesOf(text)
    .map(({ start, end }) => ({
      start,
      end,
      marks: places.filter((one) => one.start >= start && one.start < end),
    }))
    .filter(({ marks }) => marks.length > 0);
