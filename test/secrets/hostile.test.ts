import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { drawn } from './drawn.ts';

/** So much that work by the square of it doesn't come to an end within a test's time. */
const SIZE = 1 << 16;
const filled = (seed: string) => seed.repeat(Math.ceil(SIZE / seed.length)).slice(0, SIZE);

describe('hostile text', () => {
  it.each(
    [
      ...[
        'sk-',
        'sk-sk-',
        'sk-a-',
        'ghp_',
        'ghp_aaaaaaaa\n',
        'xoxb-a-',
        'fm2_',
        'eyJ',
        'eyJhbGciOiJIUzI1NiJ9.eyJ',
        'AAAA',
        'MT',
      ],
      ...[
        'curl a',
        'curl -u a',
        'mysql a ',
        '://',
        '://a:',
        'a://b:c@',
        'authorization: bearer ',
        'cookie:a=',
        'machine a\n',
      ],
      ...[
        'password=',
        'password: "',
        '?key=',
        'key ',
        'token is ',
        'token||',
        'token or ',
        'password for a ',
        'password for ',
        'password (a) ',
        'password is\n',
        'with password ',
        'tokens: [',
        'tokens: {a:',
        'tokens:\n  ',
        'tokens:\n- ',
        ' tokens:\n',
        '[tokens]\na=',
        'tokens = a',
        'token.unwrap_or_else(',
        `${'$'}{token:-`,
        'api_key: |\n  ',
        '<key>token</key>',
        '"value": ',
        '| key ',
        '| token ',
        '| token |\n|---|\n',
        'token|\n--|\n|',
        'token,token\n',
        'a,token\n\n',
        'variable "token" {\n',
        'token:\n  type: a\n',
        'login: a / ',
        'echo a ',
        'zip -P ',
        'openssl enc ',
        '密码：',
        'IBAAKCA',
        '-----BEGIN PRIVATE KEY-----<br>',
      ],
      ...[
        '-----BEGIN PRIVATE KEY-----',
        '-----BEGIN PRIVATE KEY-----\nMIIabc0',
        '"kty":"d":"',
        'kind: Secret\ndata:\n  a: b\n',
      ],
      ...[
        '%41',
        '\\u0041',
        '&#65;',
        '\x1b[0m',
        '\u200b',
        'a\0',
        'Aa0+/',
        `${'a'.repeat(70)}\n`,
        '\n',
        ' ',
        '(',
      ],
      ...[`${'AKIA'}AAAAAAAAAAAAAAAA `, `${'AKIA'}${drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 81)},`],
    ].map((seed) => [seed]),
  )('of %j comes to an end', async (seed) => {
    const { spans } = await findSecrets(filled(seed), { path: 'notes.md' });
    expect(spans.length).toBeLessThanOrEqual(200);
  });

  it('of 8,000 tokens is capped, and says how many more there are', async () => {
    const line = (at: number) => `${'ghp_'}${drawn(36, undefined, at)}`;
    const text = Array.from({ length: 8_000 }, (_, at) => line(at)).join('\n');
    const { spans, more } = await findSecrets(text, { path: 'notes.md' });
    expect([spans.length, more]).toEqual([200, 7_800]);
  });

  it('of ten megabytes on one line is read whole', async () => {
    const token = `${'glpat-'}${drawn(20, undefined, 82)}`;
    const text = `${'word '.repeat(2_000_000)}${token}`;
    const { spans } = await findSecrets(text, { path: 'notes.md' });
    expect(spans.map((span) => text.slice(span.start, span.end))).toEqual([token]);
  });
});
