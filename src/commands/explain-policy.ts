import { policySchema } from '../policy/schema.ts';

/** The keys of a policy file, a line each, with what they are for. */
export function explainPolicy(): string {
  const keys = Object.entries(policySchema.shape).map(([key, value]) =>
    `  ${key.padEnd(14)}${value.description ?? ''}`.trimEnd(),
  );
  return [
    'The keys of a policy file (cto-lint.config.yaml)',
    '',
    ...keys,
    '',
    'The built-in policy cto is such a file and documents each key; editors read',
    'schemas/cto-lint.config.schema.json.',
    '',
  ].join('\n');
}
