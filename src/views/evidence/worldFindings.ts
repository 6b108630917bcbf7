import type { Evidence, ModelRow } from '../../engine/questions/evidence';
import { fixed } from '../../ui/format';
import { DIGITS, differenceText, LIST, meansText, OWN, type Sentence, type Told } from './judgement';
import { definition, METRICS, type Outcome, outcomeOf } from './metrics';
import { nameOf } from './rivals';
import { worldTable } from './tables';

interface Found {
  /** Whether it belongs to what DReX does best. */
  readonly first: boolean;
  readonly sentence: Sentence;
}

/** What is said before DReX’s own number, and after it before the other’s name. */
type Saying = Readonly<Record<Outcome, readonly [before: string, after: string]>>;

const LIKED = 'what somebody really liked';
/** Now, and of an earlier state of the model. */
const SAID: Readonly<Record<typeof LIST | 'rmse', (past: boolean) => Saying>> = {
  [LIST]: (past) => {
    const is = past ? 'was' : 'is';
    return {
      better: [`${LIKED} ${is} clearly more often near the top`, 'than with'],
      worse: [`${LIKED} ${is} clearly less often near the top`, 'than with'],
      open: ['its list', past ? 'could not be told apart from that by' : 'cannot be told apart from that by'],
    };
  },
  rmse: (past) => {
    const are = past ? 'were' : 'are';
    return {
      better: [`guessed ratings ${are} clearly closer to the true ones`, 'than those by'],
      worse: [`guessed ratings ${are} clearly further off`, 'than those by'],
      open: [
        'guessed ratings',
        past ? 'could not be told apart from those by' : 'cannot be told apart from those by',
      ],
    };
  },
};

/**
 * Planted sets: how DReX does over all worlds, of which the one on the page is small, beside the best of the others; clearly
 * only by an interval over worlds, in older evidence by the means, which it says.
 */
export function worldsOf(evidence: Evidence, past: boolean): Found[] {
  const table = worldTable(evidence);
  if (!table) return [];
  return ([LIST, 'rmse'] as const).flatMap((metric): Found[] => {
    const sign = metric === 'rmse' ? 1 : -1;
    const mean = ({ metrics }: ModelRow) => metrics[metric]?.mean;
    const own = table.models.find(({ family }) => family === 'drex');
    const [other] = table.models
      .filter((row) => row.family === 'baseline' && mean(row) !== undefined)
      .sort((a, b) => sign * (mean(a)! - mean(b)!));
    const [ours, theirs] = [own && mean(own), other && mean(other)];
    if (!own || ours === undefined || theirs === undefined) return [];
    const found = table.comparisons.find((one) => one.model === other.id && one.metric === metric);
    const name = nameOf(other.id, other.label);
    const told: Told = {
      shown: OWN[metric](fixed(ours, DIGITS)),
      aside: found !== undefined,
      title: `${METRICS[metric].label}, over all made-up worlds`,
      lines: [
        `${meansText([own, other], metric)}.`,
        found ? differenceText(found, name) : 'No interval was measured.',
      ],
      definition: `${evidence.protocol.worlds} ${definition(evidence, metric)}`,
    };
    if (!found) {
      const sentence: Sentence = [
        'Over all made-up worlds, without an interval: ',
        told,
        `, the best of the others ${fixed(theirs, DIGITS)} (${name}).`,
      ];
      return [{ first: sign * (ours - theirs) < 0, sentence }];
    }
    const outcome = outcomeOf(found.difference, METRICS[metric]);
    const [before, after] = SAID[metric](past)[outcome];
    return [
      {
        first: outcome === 'better',
        sentence: [
          `Over all made-up worlds, ${before} `,
          told,
          ` ${after} ${name}, the best other (${fixed(theirs, DIGITS)}).`,
        ],
      },
    ];
  });
}
