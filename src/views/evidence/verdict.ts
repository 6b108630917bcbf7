import type { Evidence, MetricName } from '../../engine/questions/evidence';
import { METRICS, type MetricInfo, type Outcome, outcomeOf } from './metrics';

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

/** "5 baselines", or how many of them have this kind of number at all. */
export function baselinesIn(evidence: Evidence, verdict: Verdict, kind: MetricInfo['kind']): string {
  const total = verdict.better.length + verdict.open.length + verdict.worse.length;
  const all = evidence.models.filter((one) => one.family === 'baseline').length;
  const measured = kind === 'errors' ? 'that predict ratings' : 'compared';
  return `${total} baselines${total < all ? ` ${measured}` : ''}`;
}
