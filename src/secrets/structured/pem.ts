import { nameOf } from '../../name.ts';
import type { SecretSpan } from '../span.ts';

const TYPE = nameOf('private-key');

/** RSA, EC, DSA, OPENSSH, ENCRYPTED, PGP and SSH2 alike. */
const BEGIN =
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|PuTTY-User-Key-File-[23]:/g;
/** A key's lines, however they were pasted: `\n` escapes, indents, quotes, `+` and `>` before each line. */
const BODY = /^[A-Za-z0-9+/=\s\\"'>,:.|#*:()-]{0,12000}/;
const END = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/y;
const LONGEST_KEY = 12_000;
const LEAST_KEY_CHARACTERS = 20;

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

/** Characters of the longest unbroken stretch of base64. */
function keyCharacters(body: string): number {
  let longest = 0;
  for (const [run] of body.replace(/\\[nr]/g, '\n').matchAll(/[A-Za-z0-9+/]{1,8000}/g)) {
    if (new Set(run).size >= 8) longest = Math.max(longest, run.length);
  }
  return longest;
}
