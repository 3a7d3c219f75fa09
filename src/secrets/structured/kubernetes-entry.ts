import { looksDrawn } from '../named/drawn.ts';
import { hasAllKindsOfSigns } from '../named/made-up.ts';
import { kindOfName, type NameKind, wordsOf } from '../named/secret-name.ts';
import { isDigest } from '../named/secret-value.ts';
import { isStandIn } from '../placeholder.ts';
import { isPublicMaterial } from '../public-material.ts';
import { judgeBasic, judgeTyped } from './typed-secret.ts';

/** Keys that hold no secret in a Secret: names, hosts, public halves, what an id or a digest is of. */
const ORDINARY =
  /^(?:user|username|login|host|hostname|port|dbname|email|name|type|ca|crt|cert|certificate|pub|region|endpoint|namespace|id|fingerprint|thumbprint|checksum|digest|hash|sha|version)$/;

/** As much the name of a database, or an address, as what opens it: told by the value alone. */
const EITHER = /^(?:database|db|url)$/;

/** Of all that a Secret may hold: settings beside a token, a certificate beside its key, placeholders. */
export function isSecretEntry(key: string, value: string): boolean {
  const words = wordsOf(key);
  const last = words.findLast((word) => !/^\d+$/.test(word));
  if (words.includes('public') || (last !== undefined && ORDINARY.test(last))) return false;
  const text = value.trim();
  const isPem = text.startsWith('-----BEGIN ');
  if ((isPem || isPublicMaterial(text)) && !text.includes('PRIVATE KEY')) return false;
  if (judgeTyped(text) === undefined || SOPS.test(text) || isStandIn(text)) return false;
  if (isPem) return true;
  if (last !== undefined && EITHER.test(last)) return !/[\s/.]/.test(text) && isTelling(text, true);
  const kind = kindOf(key);
  if (kind === 'password' || PAIR.test(text)) return true;
  if (kind === 'strong' && !FEW_WORDS.test(text)) return true;
  return partsOf(text).some((part) => isTelling(part, part === text));
}

/** The words of a file in a Secret that tell by themselves: no public key of SSH, and no `user:password` that is a placeholder. */
export function tellingWords(key: string, text: string): readonly string[] {
  if (!isSecretEntry(key, text)) return [];
  return partsOf(text).filter(
    (part) =>
      judgeTyped(part) !== undefined &&
      isTelling(part, false) &&
      !part.startsWith('AAAA') &&
      !(isPairInBase64(part) && judgeBasic(part) === undefined),
  );
}

function isPairInBase64(text: string): boolean {
  return (
    text.length % 4 === 0 &&
    /^[\x20-\x7e]{1,60}:[\x20-\x7e]{1,200}$/.test(Buffer.from(text, 'base64').toString('latin1'))
  );
}

function kindOf(key: string): NameKind | undefined {
  return /(?:(?:^|[-_.])pw|pass)$/i.test(key) ? 'password' : kindOfName(key);
}

/** Its own document, encoded as a whole. In place, it is told by the manifest. */
const SOPS = /ENC\[AES256_GCM,/;

/** `admin:…`, as Basic authentication has it. */
const PAIR = /^(?:admin|root):\S{3,200}$/;

/** A token's name may hold the name of another. A longer row of words is a phrase to enter. */
const FEW_WORDS = /^[a-z]{1,30}(?:[-_., /][a-z]{1,30}){0,2}$|^[a-z]{1,40}(?:,[a-z]{1,40}){1,40}$/i;

/** The words of a setting, a list or a file of some. */
function partsOf(text: string): readonly string[] {
  return text.slice(0, LONGEST_TEXT).match(/[^\s,;:="'{}[\]()<>|]{6,2000}={0,2}/g) ?? [];
}

const LONGEST_TEXT = 20_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAIL = /^[\w.+-]{1,80}@[\w-]{1,80}\.[\w.-]{1,80}$/;

/** Whether it is drawn, or made up of all kinds of signs: told by itself, whatever its name says. */
function isTelling(part: string, isWhole: boolean): boolean {
  if (UUID.test(part) || MAIL.test(part) || (isDigest(part) && !isWhole)) return false;
  return looksDrawn(part) || hasAllKindsOfSigns(part) || /^(?=.*\d)(?=.*[a-z])(?=.*[!#$%^&~])/i.test(part);
}
