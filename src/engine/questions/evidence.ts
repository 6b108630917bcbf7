import { EVIDENCE_FILE, type Evidence } from '../../data/evidence';
import type { EarlierState } from '../../data/manifest';
import { type MissingEvidence, type ReadEvidence, readEvidence } from '../../data/readEvidence';
import type { Ground } from '../core/ground';
import { once } from '../core/once';
import { perGround } from '../core/perGround';
import { question } from './question';

export type { BehaviourRow, Interval, MetricName, ModelRow, Statistic } from '../../data/evidence';
export type { EarlierState, Evidence, MissingEvidence };

/** What was measured of the bundle that is open, or why nothing can be said of it. */
export type EvidenceReport =
  | {
      readonly state: 'measured';
      readonly evidence: Evidence;
      /** The state that it was measured on, where that is an earlier one of the model. */
      readonly earlier: EarlierState | null;
    }
  | { readonly state: 'not-measured'; readonly missing: MissingEvidence };

/** Rejects when the evidence is there and damaged, naming file and field. */
export const evidence = question<undefined, EvidenceReport>({
  async answer(ground) {
    const read = await evidenceOf(ground);
    return 'evidence' in read ? { state: 'measured', ...read } : { state: 'not-measured', ...read };
  },
});

const held = perGround(() => new Map<string, Promise<ReadEvidence>>());

/** Read once; a failed download may be tried again. */
export const evidenceOf = (ground: Ground): Promise<ReadEvidence> =>
  once(held(ground), EVIDENCE_FILE, async () =>
    readEvidence(await ground.read(EVIDENCE_FILE), ground.catalogue.bundle.manifest),
  );
