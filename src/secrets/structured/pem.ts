import { nameOf } from '../../name.ts';
import type { SecretSpan } from '../span.ts';
import { lengthOfHead } from './key-head.ts';
import type { Structure, Verdict } from './structure.ts';

const NAME = 'private-key';
const TYPE = nameOf(NAME);

/** RSA, EC, DSA, OPENSSH, ENCRYPTED, PGP and SSH2 alike. */
const BEGIN =
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|PuTTY-User-Key-File-[23]:/g;
/** A key's lines, however they were pasted: `\n` escapes, `<br>`, indents, quotes, `+` and `>` before each line. */
const BODY =
  /^[A-Za-z0-9+/=\s\\"'>,:.|#*:()-]{0,12000}(?:<br ?\/?>[A-Za-z0-9+/=\s\\"'>,:.|#*:()-]{0,200}){0,200}/;
const END = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/y;
const LONGEST_KEY = 12_000;
const LEAST_KEY_CHARACTERS = 20;

/** Lines of base64 below the first one, as far as they are whole. */
const MORE_LINES = String.raw`(?:={0,2}(?:\\[nr]|[\r\n]|<br ?/?>){1,4}[ \t>+"',]{0,40}[A-Za-z0-9+/]{40,160}={0,2}){0,120}`;

const isVaried = ({ secret }: { readonly secret: string }): Verdict =>
  new Set(secret.slice(30)).size >= 20 ? 'certain' : undefined;

/** Keys whose header was left out, told by the first bytes of their encoding (DER, and OpenSSH's magic), in base64. */
export const HEADLESS_KEYS: readonly Structure[] = [
  {
    // RFC 5958 with RFC 8017's rsaEncryption, and RFC 8017's own: a length of two bytes, then version 0.
    type: NAME,
    near: ['IBADANBgkqhkiG9w0BAQEFAASC', 'IBAAKCA', 'IBAAKBg'],
    before: 6,
    shape: new RegExp(
      `(?<secret>MI[A-Za-z0-9+/]{4}IB(?:ADANBgkqhkiG9w0BAQEFAASC|AAKCA[QYg]EA|AAKBg[QAYI])(?:[A-Za-z0-9+/]{60,8000}={0,2}|[A-Za-z0-9+/]{10,59}(?=\\\\[nr]|[\\r\\n]|<br))${MORE_LINES})`,
    ),
    judge: ({ secret }) => (secret.length >= 100 ? isVaried({ secret }) : undefined),
  },
  {
    // RFC 5958 with id-ecPublicKey, RFC 5915 for P-256, RFC 8410's Ed25519.
    type: NAME,
    near: ['MIGHAgEAMBMGByqGSM49', 'MIG2AgEAMBAGByqGSM49', 'MHcCAQEEI', 'MC4CAQAwBQYDK2VwBCIEI'],
    shape: new RegExp(
      `(?<secret>(?:MIG[H2]AgEAMB[MA]GByqGSM49|MHcCAQEEI|MC4CAQAwBQYDK2VwBCIEI)[A-Za-z0-9+/]{40,300}={0,2}${MORE_LINES})`,
    ),
    judge: isVaried,
  },
  {
    type: NAME,
    vendor: 'OpenSSH',
    near: ['b3BlbnNzaC1rZXktdjE'],
    shape: new RegExp(`(?<secret>b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{40,8000}={0,2}${MORE_LINES})`),
    judge: isVaried,
  },
];

export function findPemKeys(text: string): readonly SecretSpan[] {
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY-User-Key-File-')) return [];
  const spans: SecretSpan[] = [];
  for (const { index, 0: begin } of text.matchAll(BEGIN)) {
    const bodyStart = index + begin.length;
    const marker = text.indexOf('-----', bodyStart);
    const reach = text.slice(
      bodyStart,
      marker < 0 ? bodyStart + LONGEST_KEY : Math.min(marker, bodyStart + LONGEST_KEY),
    );
    const body = BODY.exec(reach)![0];
    if (keyCharacters(body) < LEAST_KEY_CHARACTERS) continue;
    END.lastIndex = bodyStart + body.length;
    const end = END.test(text) ? END.lastIndex : bodyStart + body.trimEnd().length;
    spans.push({ start: index, end, type: TYPE, told: 'structure', certainty: 'certain' });
  }
  return spans;
}

/** Where less than a line of the beginning that keys of a kind share was left (RFC 7468, 2), so many tell something. */
const LEAST_BEHIND_HEAD = 8;
const LINE = 64;
/** A hand cut it off. */
const DOTS = /^[ \t]{0,4}\n?[ \t]{0,40}(?:\.[ \t]?){2}/;

/** Characters of the longest unbroken stretch of base64 that is more than the beginning of any key. */
function keyCharacters(body: string): number {
  const lines = body.replace(/(?:\\r)?\\n|\\r|\r\n?/g, '\n');
  let longest = 0;
  for (const { 0: run, index } of lines.matchAll(/[A-Za-z0-9+/]{1,8000}/g)) {
    if (run.length <= longest || new Set(run).size < 8) continue;
    if (!isBeginning(run, lines.slice(index + run.length, index + run.length + 60))) longest = run.length;
  }
  return longest;
}

/** Whether a stretch is no more than how any key of its kind begins. */
function isBeginning(run: string, after: string): boolean {
  const head = lengthOfHead(run);
  if (head === 0) return false;
  const rest = run.length - head;
  return DOTS.test(after) ? rest < LEAST_KEY_CHARACTERS : run.length < LINE && rest < LEAST_BEHIND_HEAD;
}
