import type { CollectedValue } from './collected-value.ts';
import { looksDrawn } from './drawn.ts';
import { hasAllKindsOfSigns } from './made-up.ts';
import type { NameInText } from './name-in-text.ts';
import { describesSecret } from './secret-name.ts';
import { type Certainty, judgeNamedValue } from './secret-value.ts';

const LEAST_CERTAIN = 16;

/**
 * A list or a map under the name of secrets holds more than them: how many there may be, where they are kept, who may
 * read them. So a value has to speak for itself.
 */
export function judgeCollected(
  { text, quoted, key }: CollectedValue,
  name: NameInText,
  isCode: boolean,
): Certainty {
  if (/\s/.test(text) || (isCode && !quoted) || (key !== undefined && describesSecret(key))) return undefined;
  // The address of a contract: what a ledger calls a token.
  if (/^0x[0-9a-f]{40}$/i.test(text)) return undefined;
  const isPassword = name.kind === 'password' || /cred/i.test(name.text);
  const certainty = judgeNamedValue(
    { text, quoted, mayBeVariable: false },
    isPassword ? 'password' : name.kind,
  );
  if (certainty === undefined) {
    const isMadeUp = name.kind === 'strong' && hasAllKindsOfSigns(text);
    return isMadeUp && judgeNamedValue({ text, quoted, mayBeVariable: false }, 'password')
      ? 'likely'
      : undefined;
  }
  if (looksDrawn(text)) return isPassword || text.length >= LEAST_CERTAIN ? certainty : 'likely';
  if (!isPassword) return certainty;
  if (hasAllKindsOfSigns(text)) return certainty;
  if (name.kind !== 'password') return undefined;
  const isMixed =
    /\d/.test(text) &&
    /[a-z]/i.test(text) &&
    (/[a-z].*[A-Z]|[A-Z].*[a-z]/.test(text) || /[!@#$%^&?+=~]/.test(text));
  return text.length >= 8 && isMixed ? 'likely' : undefined;
}
