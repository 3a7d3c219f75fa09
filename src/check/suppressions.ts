import { compileGlobs } from '../policy/globs.ts';
import type { Policy, Suppression } from '../policy/policy.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { Finding, SuppressedFinding } from '../report/report.ts';
import { findOwnSecrets } from '../secrets/find-own-secrets.ts';
import { maskSecrets } from '../secrets/mask.ts';

/** An entry of the policy, and what became of it in this run. */
export interface SuppressionState {
  readonly suppression: Suppression;
  /** Index in the policy's list. */
  readonly at: number;
  readonly expired: boolean;
  used: boolean;
}

interface Suppressed {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly states: readonly SuppressionState[];
}

/** A secret is excused by its value alone: without a fingerprint an entry for `secrets/*` excuses nothing. */
function excuses(suppression: Suppression, isPath: (path: string) => boolean, finding: Finding): boolean {
  if (suppression.rule !== finding.ruleId || !isPath(finding.path)) return false;
  if (suppression.fingerprint === undefined) return !finding.ruleId.startsWith('secrets/');
  return suppression.fingerprint === finding.fingerprint;
}

/** A reason is free text: it is printed with whatever secret somebody put into it masked. */
function masked(text: string): string {
  return maskSecrets(text, findOwnSecrets(text, { path: '' }).spans);
}

function isEntryOf({ suppress }: PolicyData, entry: Suppression): boolean {
  return suppress.some(
    (one) =>
      one.rule === entry.rule &&
      one.path === entry.path &&
      one.fingerprint === entry.fingerprint &&
      one.expires >= entry.expires,
  );
}

/**
 * Takes out what the policy excuses until a date that has not passed.
 * @param guards findings that only an entry of another policy excuses, too: that of before the change
 */
export function applySuppressions(
  findings: readonly Finding[],
  policy: Policy,
  guards: ReadonlyMap<Finding, PolicyData>,
): Suppressed {
  const uses: SuppressionState[] = policy.suppress.map((suppression, at) => ({
    suppression,
    at,
    expired: suppression.expires < policy.today,
    used: false,
  }));
  const matchers = uses.map(({ suppression }) => compileGlobs([suppression.path]));
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const guard = guards.get(finding);
    const use = uses.find(
      ({ suppression }, at) =>
        excuses(suppression, matchers[at]!, finding) &&
        (guard === undefined || isEntryOf(guard, suppression)),
    );
    if (use) use.used = true;
    if (use && !use.expired) {
      const { reason, owner, expires } = use.suppression;
      suppressed.push({ ...finding, suppression: { reason: masked(reason), owner, expires } });
    } else kept.push(finding);
  }
  return { kept, suppressed, states: uses };
}
