import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Evidence, Interval, MetricName } from '../../engine/questions/evidence';
import { listensSentence } from './behaviours';
import { findings } from './findings';
import type { Sentence } from './judgement';
import { METRICS, outcomeOf } from './metrics';
import { worthSentence, worthsOf } from './partsWorth';
import { nameOf } from './rivals';
import { coldTitle, faithfulTitle, missingTitle, reasonsSentence } from './sentences';

/** Sets whose evidence ships: what is said of each must be borne out by its own intervals. */
const SETS = ['beers', 'books', 'films', 'instruments', 'teas'];
const read = (id: string): Evidence =>
  JSON.parse(readFileSync(new URL(`../../../public/datasets/${id}/evidence.json`, import.meta.url), 'utf8'));

const textOf = (sentence: Sentence): string =>
  sentence.map((one) => (typeof one === 'string' ? one : one.shown)).join('');

const CHANCE = /may be chance|cannot be told apart|overlap|without an interval|no intervals/;
const clear = ({ low, high }: Interval): boolean => low > 0 || high < 0;
const apart = (a: Interval, b: Interval): boolean => a.low > b.high || a.high < b.low;

/** Words that call one better, and what it is that they are about. */
const CLAIMS: readonly (readonly [says: RegExp, metric: MetricName, outcome: 'better' | 'worse'])[] = [
  [/is near the top more often .* than with /, 'catalogue/ndcg@10', 'better'],
  [/ near the top more often than DReX/, 'catalogue/ndcg@10', 'worse'],
  [/closer to the true ones on average/, 'mae', 'better'],
  [/closer to the true ones RMSE/, 'rmse', 'better'],
  [/are further off/, 'rmse', 'worse'],
  [/stands higher/, 'ndcg@10', 'better'],
];

describe.each(SETS)('what is said of %s', (id) => {
  const evidence = read(id);
  const { headline, best, not } = findings(evidence, id);
  const baselines = evidence.models.filter(({ family }) => family === 'baseline');
  /** Of a baseline, by name or by as it stands first in a sentence. */
  const outcome = (model: string, metric: MetricName) => {
    const found = evidence.comparisons.find((one) => one.model === model && one.metric === metric);
    return found && outcomeOf(found.difference, METRICS[metric]);
  };
  const namedIn = (sentence: string) =>
    baselines.filter(({ id: model, label }) =>
      new RegExp(`\\b${nameOf(model, label)}(?= 0\\.)`, 'i').test(sentence),
    );

  it('calls nothing better or worse that an interval does not', () => {
    for (const [list, sentences] of Object.entries({ best, not }))
      for (const sentence of sentences.map(textOf)) {
        const claim = CLAIMS.find(([says]) => says.test(sentence));
        if (/^Over all made-up worlds, (?!without)/.test(sentence)) {
          const metric = /RMSE/.test(sentence) ? 'rmse' : 'catalogue/ndcg@10';
          const best = baselines.find(({ id: model, label }) =>
            sentence.includes(` ${nameOf(model, label)}, the best other (`),
          );
          const found = evidence.worldComparisons?.find(
            (one) => one.model === best?.id && one.metric === metric,
          );
          const says = /clearly (more often|closer)/.test(sentence)
            ? 'better'
            : /clearly (less often|further off)/.test(sentence)
              ? 'worse'
              : 'open';
          expect(found && outcomeOf(found.difference, METRICS[metric]), sentence).toBe(says);
        } else if (claim) {
          const rivals = namedIn(sentence);
          expect(rivals, sentence).not.toEqual([]);
          for (const { id: model } of rivals) expect(outcome(model, claim[1]), sentence).toBe(claim[2]);
        } else if (/cannot be told apart from/.test(sentence)) {
          const metric = /RMSE/.test(sentence) ? 'rmse' : 'catalogue/ndcg@10';
          for (const { id: model } of namedIn(sentence))
            expect(outcome(model, metric), sentence).toBe('open');
        } else {
          // Numbers alone, or with the word that there is no interval.
          expect(/\b(better|worse|closer|clearly|more often)\b/.test(sentence) && list, sentence).toBe(false);
        }
      }
  });

  it('says in the headline what the intervals of the list say', () => {
    const over = evidence.worldComparisons;
    expect(/^Over all made-up worlds, /.test(headline), headline).toBe(over !== undefined);
    const of = (model: string) => {
      const found = (over ?? evidence.comparisons).find(
        (one) => one.model === model && one.metric === 'catalogue/ndcg@10',
      );
      return found && outcomeOf(found.difference, METRICS['catalogue/ndcg@10']);
    };
    const ahead = baselines.filter((one) => of(one.id) === 'worse');
    for (const { id: model, label } of baselines)
      if (
        new RegExp(`\\b${nameOf(model, label)}\\b.* find`, 'i').test(headline) &&
        model !== 'popularity-liked'
      )
        expect(of(model), headline).toBe('worse');
    expect(/more often (still|than DReX)/.test(headline), headline).toBe(ahead.length > 0);
    expect(/\bDReX finds/.test(headline), headline).toBe(of('popularity-liked') === 'better');
    expect(/cannot be told apart/.test(headline), headline).toBe(of('popularity-liked') === 'open');
  });

  it('never says that nothing is better where something is', () => {
    const any = evidence.comparisons.some(
      ({ model, metric, difference }) =>
        baselines.some((one) => one.id === model) && outcomeOf(difference, METRICS[metric]) === 'better',
    );
    const all = [headline, ...[...best, ...not].map(textOf)].join(' ');
    expect(any && /in no comparison/i.test(all), all).toBe(false);
  });

  it('says of each part only what its interval says', () => {
    const worths = worthsOf(evidence, true);
    const said = worthSentence(worths) ?? '';
    const losses = worths.rows.flatMap(({ list, rating }) => [list, rating]);
    if (worths.worlds && !losses.some((loss) => loss?.measured)) {
      expect(said).toMatch(CHANCE);
      return;
    }
    for (const { part, list, rating } of worths.rows)
      for (const [loss, needs, without] of [
        [list, 'list clearly needs', 'list is better without'],
        [rating, 'ratings clearly need ', 'ratings are better without'],
      ] as const) {
        const clause = (begin: string) =>
          said.split('; ').find((one) => one.toLowerCase().includes(begin)) ?? '';
        const lost = Boolean(loss?.measured && loss.low > 0);
        const gained = Boolean(loss?.measured && loss.high < 0);
        expect(clause(needs).includes(part), `${said} | ${part}`).toBe(lost);
        expect(clause(without).includes(part), `${said} | ${part}`).toBe(gained);
      }
  });

  it('calls chance what may be chance: how much is known, what is missing, which words', () => {
    const { coldStart, missing, faithfulness } = evidence;
    const known = coldStart
      .filter(({ side, model }) => side === 'user' && model === 'drex')
      .sort((a, b) => a.known - b.known);
    const [few, many] = [known[0], known.at(-1)];
    if (few && many && !apart(few.rmse, many.rmse)) expect(coldTitle(evidence)).toMatch(CHANCE);
    const gone = missing.filter(({ when, share }) => when === 'inference' && share === 1);
    if (gone.some(({ difference }) => !difference || !clear(difference)))
      expect(missingTitle(evidence)).toMatch(CHANCE);
    if (!faithfulness) return;
    const { list } = faithfulness;
    if (list)
      expect(CHANCE.test(reasonsSentence(faithfulness) ?? '')).toBe(list.heaviest.low <= list.random.high);
    const [used, random] = [
      faithfulness.methods.find((one) => one.used),
      faithfulness.methods.find((one) => /random/i.test(one.id)),
    ].map((method) => method?.comprehensiveness.find(({ words }) => words === 5)?.change);
    if (used && random) expect(CHANCE.test(faithfulTitle(faithfulness))).toBe(!apart(used, random));
  });

  it('calls a list one that listens only where that is clear of chance', () => {
    const said = listensSentence(evidence) ?? '';
    const of = (variant: string) =>
      evidence.behaviours?.find((one) => one.model === 'drex' && one.variant === variant);
    for (const variant of ['loved, 1 review, text and rating', 'hated, 1 review, text and rating']) {
      const row = of(variant);
      if (!row || row.chance === null) continue;
      const { low, high } = row.value;
      if (low <= row.chance && high >= row.chance) expect(said, variant).toMatch(CHANCE);
    }
  });
});
