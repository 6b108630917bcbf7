import type { Evidence } from '../../engine/questions/evidence';
import { Compared } from './Compared';
import { verdictTitle } from './verdict';

/** DReX and the baselines on the test part. */
export function Models({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const { split, comparison } = evidence.protocol;
  return (
    <Compared
      evidence={evidence}
      table={evidence}
      titleOf={(metric) => verdictTitle(evidence, metric, past)}
      on="on the test part"
      name="DReX and the baselines"
      protocol={[split, comparison]}
      testId="evidence-models"
    />
  );
}
