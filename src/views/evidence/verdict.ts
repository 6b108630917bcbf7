import type { MetricName } from '../../engine/questions/evidence';
import { listed } from '../../ui/format';
import { METRICS, type MetricInfo, type Outcome, outcomeOf } from './metrics';
import type { Table } from './tables';

type Verdict = Record<Outcome, readonly string[]>;

/** How DReX stands against each baseline in one metric, by the intervals alone; null without any. */
function verdictOf(table: Table, metric: MetricName): Verdict | null {
  const verdict: Record<Outcome, string[]> = { better: [], worse: [], open: [] };
  for (const { id, label, family } of table.models) {
    const found = table.comparisons.find((one) => one.model === id && one.metric === metric);
    if (family === 'baseline' && found) verdict[outcomeOf(found.difference, METRICS[metric])].push(label);
  }
  return Object.values(verdict).some((names) => names.length > 0) ? verdict : null;
}

/** "5 baselines", or how many of them have this kind of number at all. */
function baselinesIn(table: Table, verdict: Verdict, kind: MetricInfo['kind']): string {
  const total = verdict.better.length + verdict.open.length + verdict.worse.length;
  const all = table.models.filter((one) => one.family === 'baseline').length;
  const measured = kind === 'errors' ? 'that predict ratings' : 'compared';
  return `${total} baselines${total < all ? ` ${measured}` : ''}`;
}

/**
 * "By RMSE, DReX is better than 2 of 5 baselines and not clearly different from 3".
 * @param of what it is said of, before a colon
 */
export function verdictTitle(table: Table, metric: MetricName, past: boolean, of = ''): string {
  const verdict = verdictOf(table, metric);
  const { label } = METRICS[metric];
  const verb = past ? 'was' : 'is';
  const lead = of && `${of}: `;
  if (!verdict) return `${lead}${label} of DReX and the baselines`;
  const total = verdict.better.length + verdict.worse.length + verdict.open.length;
  if (METRICS[metric].better === null) return `${lead}${label} of DReX and ${total} baselines`;
  const baselines = baselinesIn(table, verdict, METRICS[metric].kind);
  const by = `${of ? `${lead}by` : 'By'} ${label}`;
  if (verdict.better.length === total) return `${by}, DReX ${verb} better than all ${baselines}`;
  const parts = [
    `better than ${verdict.better.length} of ${baselines}`,
    verdict.open.length > 0 && `not clearly different from ${verdict.open.length}`,
    verdict.worse.length > 0 && `worse than ${verdict.worse.length}`,
  ].filter((part): part is string => Boolean(part));
  return `${by}, DReX ${verb} ${listed(parts)}`;
}
