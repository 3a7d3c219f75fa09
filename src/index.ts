/** The programming interface. What is exported here is documented, and stays within a major version. */
export { nameOf, toName } from './name.ts';
export type { Finding, RelatedPlace, Report } from './report/report.ts';
export type { AnyRule, Problem, Rule, Severity, Subjects } from './rule.ts';
export { defineRule } from './rule.ts';
