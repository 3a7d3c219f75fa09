import { policySchema } from '../../policy/schema.ts';
import { wrappedBehind } from '../../report/wrapped.ts';

/** The keys of a policy file, with what they are for, in so many columns. */
export function explainPolicy(columns: number): string {
  const keys = Object.entries(policySchema.shape).flatMap(([key, value]) =>
    wrappedBehind(`  ${key.padEnd(14)}`, value.description ?? '', columns),
  );
  const more =
    'The built-in policy `cto` is such a file, `src/policy/cto.yaml` in the package. All keys are explained in docs/policy.md; editors read schemas/cto-lint.config.schema.json.';
  return [
    'The keys of a policy file (cto-lint.config.yaml)',
    '',
    ...keys,
    '',
    ...wrappedBehind('', more, columns),
    '',
  ].join('\n');
}
