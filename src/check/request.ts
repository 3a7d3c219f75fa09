import type { Policy } from '../policy/policy.ts';
import type { Report } from '../report/report.ts';
import type { AnyRule } from '../rule.ts';
import type { Detect } from './detectors.ts';
import type { ManyFiles } from './many-files.ts';
import type { Scope } from './scope.ts';
import type { ShardNumber } from './shards.ts';
import type { Snapshot } from './snapshot.ts';
import type { Timing } from './timing.ts';

/** What a run is asked to judge, by what, and with what. */
export interface CheckRequest {
  readonly scope: Scope;
  readonly policy: Policy;
  /** The revision that the policy is of; left out: what is judged. */
  readonly policySnapshot?: Snapshot | undefined;
  readonly rules: readonly AnyRule[];
  readonly detect: Detect;
  readonly evidenceMode: Report['evidence']['mode'];
  /** What the caller knows that this run can't judge. */
  readonly notJudged: Report['notJudged'];
  /** Is told where the time went. */
  readonly timing?: Timing | undefined;
  /** Lines around each finding are kept for a terminal; anything else must not have them. */
  readonly withFrames: boolean;
  /** Left out: the run judges all of the scope. */
  readonly shard?: ShardNumber | undefined;
  /** Left out: everything is judged here, however much it is. */
  readonly many?: ManyFiles | undefined;
}
