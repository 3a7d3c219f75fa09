import type { Name } from '../name.ts';
import type { PolicyData } from './schema.ts';

/** What rules are run with: the policy's data, and the day that "today" is. Plain data; nothing in it does anything. */
export interface Policy extends PolicyData {
  /** ISO date, `2026-11-20`. Handed in, so that a rule reads no clock. */
  readonly today: string;
  /** Where the data came from, for the report: `built-in cto`, `cto-lint.config.yaml`, `<revision>:cto-lint.config.yaml`. */
  readonly source: string;
  /** `sha256:` of the merged data: two runs with the same digest used the same rules. */
  readonly digest: string;
}

export type Decision = NonNullable<PolicyData['decision']>;
export type Branch = Decision['branches'][Name];
export type FieldShape = Branch['fields'][Name];
export type Work = NonNullable<PolicyData['work']>;
export type Fact = NonNullable<Work['gates']>[Name]['needs'][number];
export type Statement = NonNullable<PolicyData['packet']>['statements'][number];
export type Claim = PolicyData['claims'][number];
export type Wording = Statement['any'][number];
export type Suppression = PolicyData['suppress'][number];
export type DeclaredRule = PolicyData['declare'][number];
