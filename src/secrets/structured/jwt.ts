import { isKnownExample } from '../known-examples.ts';
import type { Structure, Verdict } from './structure.ts';

/** RFC 7519. The header says which algorithm signed it; a token without a signature opens nothing. */
export const JWT: readonly Structure[] = [
  {
    type: 'json-web-token',
    near: ['eyJ', 'ewog', 'eyAi'],
    shape:
      /(?<![A-Za-z0-9_-]{4})(?<secret>(?<header>e[yw][A-Za-z0-9_-]{12,600})\.(?<payload>[A-Za-z0-9_-]{8,6000})\.(?<signature>[A-Za-z0-9_-]{16,2000})(?:\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,200})?)/,
    judge: ({ secret, header = '', payload = '' }): Verdict => {
      if (isKnownExample(secret)) return undefined;
      if (!isObject(header) || /^none$/i.test(memberOf(header, 'alg') ?? '')) return undefined;
      if (!isObject(payload) && memberOf(header, 'alg') === undefined) return undefined;
      // Supabase's anonymous key is a JWT that is meant for browsers.
      return memberOf(payload, 'role') === 'anon' ? undefined : 'certain';
    },
  },
];

/** Begins as a JSON object does: `{"…`. */
function isObject(encoded: string): boolean {
  return /^\{\s{0,8}"/.test(Buffer.from(encoded.slice(0, 40), 'base64url').toString('latin1'));
}

/** A string member of a JSON object in base64url, read without parsing: a token in a document may be cut or padded. */
function memberOf(encoded: string, name: string): string | undefined {
  const json = Buffer.from(encoded, 'base64url').toString('latin1');
  return new RegExp(`"${name}"\\s{0,4}:\\s{0,4}"([^"]{1,40})"`).exec(json)?.[1];
}
