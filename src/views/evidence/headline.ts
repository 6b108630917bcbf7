import type { Evidence, MetricName } from '../../engine/questions/evidence';
import { listed } from '../../ui/format';
import { METRICS, type MetricInfo, type Outcome, outcomeOf } from './metrics';

/** What the headline speaks of. */
const HEADLINE: readonly MetricName[] = ['catalogue/ndcg@10', 'rmse', 'mae', 'ndcg@10'];
/** More names than these are only counted. */
const MOST_NAMES = 3;

type Verdict = Record<Outcome, readonly string[]>;

/** How DReX stands against each baseline in one metric, by the intervals alone; null without any. */
export function verdictOf(evidence: Evidence, metric: MetricName): Verdict | null {
  const verdict: Record<Outcome, string[]> = { better: [], worse: [], open: [] };
  for (const { id, label, family } of evidence.models) {
    const found = evidence.comparisons.find((one) => one.model === id && one.metric === metric);
    if (family === 'baseline' && found) verdict[outcomeOf(found.difference, METRICS[metric])].push(label);
  }
  return Object.values(verdict).some((names) => names.length > 0) ? verdict : null;
}

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `${names.length} baselines` : listed(names);

/** "5 baselines", or how many of them have this kind of number at all. */
export function baselinesIn(evidence: Evidence, verdict: Verdict, kind: MetricInfo['kind']): string {
  const total = verdict.better.length + verdict.open.length + verdict.worse.length;
  const all = evidence.models.filter((one) => one.family === 'baseline').length;
  const measured = kind === 'errors' ? 'that predict ratings' : 'compared';
  return `${total} baselines${total < all ? ` ${measured}` : ''}`;
}

function sentence(
  verb: string,
  metrics: string,
  { better, open, worse }: Verdict,
  baselines: string,
  past: boolean,
): string {
  const zero = (one: boolean) => (past ? 'included zero' : one ? 'includes zero' : 'include zero');
  const be = (one: boolean) => (past ? (one ? 'was' : 'were') : one ? 'is' : 'are');
  const total = better.length + open.length + worse.length;
  if (better.length === total)
    return `DReX ${verb} better than ${total === 1 ? better[0] : `all ${baselines}`} in ${metrics}.`;
  const parts = [
    better.length > 0 && `DReX ${verb} better than ${better.length} of ${baselines}`,
    open.length > 0 &&
      (open.length === 1
        ? `the interval of the difference to ${open[0]} ${zero(true)}`
        : `the intervals of the differences to ${named(open)} ${zero(false)}`),
    worse.length > 0 && `${named(worse)} ${be(worse.length === 1)} better`,
  ].filter(Boolean);
  return `In ${metrics} ${parts.join('; ')}.`;
}

/**
 * The finding in words, metrics with the same verdict in one sentence. Nothing is said that no interval carries.
 * @param past whether the model has changed since: what was found is told as what it was.
 */
export function headline(evidence: Evidence, past = false): string[] {
  const groups = new Map<string, { kind: MetricInfo['kind']; metrics: string[]; verdict: Verdict }>();
  for (const metric of HEADLINE) {
    const verdict = verdictOf(evidence, metric);
    if (!verdict) continue;
    const { kind } = METRICS[metric];
    const key = JSON.stringify([kind === 'errors', verdict]);
    const group = groups.get(key) ?? { kind, metrics: [], verdict };
    group.metrics.push(METRICS[metric].label);
    groups.set(key, group);
  }
  if (groups.size === 0) return ['DReX was not compared with any baseline here.'];
  return Array.from(groups.values(), ({ kind, metrics, verdict }) =>
    sentence(
      `${kind === 'errors' ? 'predict' : 'rank'}${past ? 'ed' : 's'}`,
      listed(metrics),
      verdict,
      baselinesIn(evidence, verdict, kind),
      past,
    ),
  );
}
