import type { Name } from '../name.ts';
import type { Fact } from '../policy/policy.ts';
import type { Decided } from './decision.ts';

/** Whether a gated item may leave its blocked status, and on what it still waits. The one place that derives it. */
export interface GateState {
  readonly item: Name;
  readonly mayLeaveBlocked: boolean;
  /** The facts that are not there, in the policy's order. */
  readonly missing: readonly Fact[];
  /** The facts resolve the item, so that a blocked status is behind the times. */
  readonly closes: boolean;
  readonly decided: Decided | undefined;
}
