import type { DeclaredRule, Policy } from '../../policy/policy.ts';
import { safeLine } from '../../report/safe-text.ts';
import { withoutSecrets } from '../../report/without-secrets.ts';
import { wrappedBehind } from '../../report/wrapped.ts';

/** Masked before it is folded: a secret that a line's end parts is none to a detector. */
const said = (text: string): string => safeLine(withoutSecrets(text));
const listed = (values: readonly (string | null)[]): string => values.join(', ');

/** What a declaration demands, in the words of its keys. */
function demands(declared: DeclaredRule): readonly (readonly [string, string])[] {
  const { kind, forbid, require, field, oneOf, when, fields } = declared;
  const rows: [string, string][] = [['kind', kind === 'file' ? 'every file' : kind]];
  if (forbid !== undefined) rows.push(['forbid', forbid]);
  if (require !== undefined) rows.push(['require', require]);
  if (field !== undefined) rows.push(['field', field]);
  if (oneOf !== undefined) rows.push(['oneOf', listed(oneOf)]);
  if (when !== undefined) rows.push(['when', `${when.field} is ${when.is.join(' or ')}`]);
  if (fields !== undefined) rows.push(['fields', listed(fields)]);
  return rows;
}

/** What a policy lets a rule of its own count as. */
export function severityIn({ rules }: Pick<Policy, 'rules'>, { id, severity }: DeclaredRule): string {
  return (rules as Readonly<Record<string, string | undefined>>)[id] ?? severity;
}

/** The page of a rule that a policy declares: it has no more to tell than its declaration. */
export function explainDeclared(declared: DeclaredRule, policy: Policy, columns: number): string {
  const rows = demands(declared).flatMap(([key, text]) =>
    wrappedBehind(`  ${key.padEnd(8)} `, said(text), columns),
  );
  return [
    `${said(declared.id)} (${severityIn(policy, declared)})`,
    '',
    ...wrappedBehind('', said(declared.message), columns),
    '',
    ...wrappedBehind('', `The policy ${said(policy.source)} declares it, under \`declare\`:`, columns),
    '',
    ...rows,
    '',
  ].join('\n');
}
