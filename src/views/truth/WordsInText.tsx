import { Fragment } from 'react';
import type { Measure, MeasuredWord, ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { Drawing } from '../../ui/figure/Drawing';
import { exact, percent, short } from '../../ui/format';
import { MEASURES, truthTitle } from './sentences';
import classes from './Truth.module.css';

interface Props {
  readonly report: ReviewFaithfulness;
  readonly measure: Measure;
  readonly uniform: boolean;
}

const titleOf = ({ attention, change, known, cut }: MeasuredWord, measure: Measure): string => {
  if (cut) return 'beyond the limit of words';
  if (!known || !change) return `not known to the model; attention ${percent(attention)}`;
  return `attention ${percent(attention)}, change ${exact(change[measure])}`;
};

/** The review as written, so drawn by hand: the tint of a word is its attention, the bar below it what masking it changes. */
export function WordsInText({ report, measure, uniform }: Props) {
  const { text, words } = report;
  const shown = words.filter((one) => !one.cut).length;
  const attentionOf = (word: MeasuredWord) => (uniform && !word.cut ? 1 / shown : word.attention);
  const most = Math.max(...words.map(attentionOf)) || 1;
  const sizeOf = (word: MeasuredWord) => Math.abs(word.change?.[measure] ?? 0);
  const largest = Math.max(...words.map(sizeOf)) || 1;
  return (
    <Drawing
      title="The review, word by word"
      summary={`${truthTitle(report, measure)}.`}
      signs={[
        {
          name: `attention, up to ${percent(most)} of the review`,
          color: 'color-mix(in oklab, var(--attended) 30%, var(--paper))',
        },
        { name: `bar below a word: ${MEASURES[measure].axis}, up to ${short(largest)}` },
      ]}
    >
      <p className={classes.text} data-testid="truth-text">
        {words.map((word, k) => (
          <Fragment key={word.start}>
            {text.slice(words[k - 1]?.end ?? 0, word.start)}
            <span
              className={classes.word}
              title={titleOf(word, measure)}
              data-testid="truth-word"
              data-known={word.known}
              data-cut={word.cut}
              data-attention={word.attention}
              data-change={word.change?.[measure]}
              style={{
                background: `color-mix(in oklab, var(--attended) ${Math.round((30 * attentionOf(word)) / most)}%, transparent)`,
              }}
            >
              {text.slice(word.start, word.end)}
              <span
                className={classes.bar}
                aria-hidden="true"
                style={{ width: `${(100 * sizeOf(word)) / largest}%` }}
              />
            </span>
          </Fragment>
        ))}
        {text.slice(words.at(-1)?.end ?? 0)}
      </p>
    </Drawing>
  );
}
