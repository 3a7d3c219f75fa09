import type { GateFacts } from '../facts.ts';

/** Presence is looked at, never a value. */
export function credentialsMissing({ absentCredentials }: GateFacts): string | undefined {
  const absent = absentCredentials?.length ?? 0;
  if (absent === 0) return undefined;
  const places = absent === 1 ? 'one place' : `${absent} places`;
  return `Credentials of the admitted class are missing: ${places} of those that the policy lists hold nothing.`;
}
