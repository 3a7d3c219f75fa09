/** The programming interface. What is exported here is documented, and stays within a major version. */
export { type CheckCall, check } from './commands/judging/judge-check.ts';
export { type GateOptions, gate } from './commands/judging/judge-gate.ts';
export { type VerifiedRun, type VerifyOptions, verifyEvidence } from './commands/judging/judge-run.ts';
export type { Blocker, BlockerId, GateVerdict } from './gate/verdict.ts';
export { nameOf, toName } from './name.ts';
export type { Finding, RelatedPlace, Report } from './report/report.ts';
export type { AnyRule, Problem, Rule, Severity, Subjects } from './rule.ts';
export { defineRule } from './rule.ts';
export type { Condition, ConditionId, RunVerdict, Shortfall } from './verify/verdict.ts';
