import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { TOKEN_TYPES } from '../../src/secrets/types/all-types.ts';
import type { TokenType } from '../../src/secrets/types/token-type.ts';
import { drawn } from './drawn.ts';
import { sampleOf } from './sample-of-shape.ts';

function tokenOf(row: TokenType, seed: number): string {
  const prefixes = [row.prefix].flat();
  const before = row.before ? sampleOf(row.before.shape, seed + 1) : '';
  return before + prefixes[seed % prefixes.length] + sampleOf(row.body, seed);
}

/** Where tokens are met. `§` stands for the token. */
const CONTEXTS = [
  'SOME_NAME=§',
  'name: §',
  '{"name": "§"}',
  "const x = '§';",
  'Then it prints § and stops.',
  '| name | § |',
  '`§`',
  '- §',
  '2026-01-02T03:04:05Z INFO using §',
  '<a>§</a>',
  '"first line\\n§"',
  '鍵§',
  'é §\r\n',
  '> §',
  'tool --flag=§ --other',
];

const rows = TOKEN_TYPES.map((row, index) => ({
  row,
  index,
  name: `${row.type} (${[row.prefix].flat()[0]})`,
}));

describe('token types', () => {
  it('are some 150 and more, each with a vendor and the source of its shape', () => {
    expect(new Set(TOKEN_TYPES.map((row) => row.type)).size).toBeGreaterThan(150);
    for (const row of TOKEN_TYPES) {
      expect(row.vendor).not.toBe('');
      expect(row.source).toMatch(/^https:\/\//);
    }
  });

  it.each(rows)('$name: bounds every quantifier', ({ row }) => {
    const pattern = `${row.body.source} ${row.before?.shape.source ?? ''}`.replace(
      /\\.|\[(?:\\.|[^\]])*\]/g,
      'x',
    );
    expect(pattern).not.toMatch(/[*+](?!\?)|\{\d+,\}/);
  });

  it.each(rows)('$name: is found wherever it stands', ({ row, index }) => {
    const missed = CONTEXTS.filter((context, at) => {
      const token = tokenOf(row, index * 31 + at + 1);
      const text = context.replace('§', () => token);
      const place = text.indexOf(token);
      const { spans } = findOwnSecrets(text, { path: 'notes.md' });
      return !spans.some((span) => span.start <= place + 4 && span.end >= place + Math.min(token.length, 20));
    });
    expect(missed).toEqual([]);
  });

  it.each(rows)('$name: is not found when it is typed', ({ row }) => {
    const prefix = [row.prefix].flat()[0]!;
    for (const typed of ['x'.repeat(40), 'your-key-here', '*'.repeat(40), '<token>', '...', '']) {
      expect(findOwnSecrets(`see ${prefix}${typed} here`, { path: 'notes.md' }).spans).toEqual([]);
    }
  });
});

describe('a token with an id of several lengths before its prefix', () => {
  it.each([8, 9, 10])('is told with %i digits', (digits) => {
    const token = `${drawn(digits, '123456789', 81)}:AA${drawn(33, undefined, 82)}`;
    const text = `bot ${token}`;
    const { spans } = findOwnSecrets(text, { path: 'a.md' });
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([token]);
  });

  it('is none with more', () => {
    const token = `${drawn(12, '123456789', 83)}:AA${drawn(33, undefined, 84)}`;
    expect(findOwnSecrets(token, { path: 'a.md' }).spans).toEqual([]);
  });
});

describe("reCAPTCHA's two keys, which look alike", () => {
  const URL64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  const key = `6Le${drawn(5, URL64, 85)}${'AAAAA'}${drawn(27, URL64, 86)}`;
  const forTests = `6LeIxAcT${'AAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI'}`;

  it.each([
    `<div class="g-recaptcha" data-sitekey="${key}"></div>`,
    `<ReCAPTCHA sitekey={"${key}"} />`,
    `reCAPTCHA site key: ${key}`,
    `RECAPTCHA_SITE_KEY=${key}`,
    `recaptchaSiteKey: '${key}',`,
    `| Site key (public) | ${key} |`,
    `<meta name="recaptcha-site-key" content="${key}">`,
    `NOCAPTCHA_PUBLIC_KEY=${key}`,
    `const siteKey = process.env.SITE_KEY ?? '${key}'`,
    `https://www.google.com/recaptcha/api.js?hl=de&render=${key}`,
    `grecaptcha.execute('${key}', { action: 'login' })`,
    `grecaptcha.enterprise.execute("${key}")`,
    `The widget is shown with ${forTests}.`,
    `RECAPTCHA_SECRET_KEY=${forTests.replace('JcZVRqyHh71UMIEGNQ_MXjiZKhI', `GG${'-vFI1TnRWxMZNFuojJ4WifJWe'}`)}`,
  ])('is meant to be seen: %s', (text) => {
    expect(findOwnSecrets(text, { path: 'notes.md' }).spans).toEqual([]);
  });

  it.each([
    [`RECAPTCHA_SECRET_KEY=${key}`, 'certain'],
    [`recaptcha secret: ${key}`, 'certain'],
    [`The captcha uses ${key}.`, 'likely'],
    [`Site key / secret key pair of the captcha: see ${key}`, 'likely'],
    [`Put the site key into the page.\n\n    ${key}`, 'likely'],
  ])('is a secret: %s', (text, certainty) => {
    expect(findOwnSecrets(text, { path: 'notes.md' }).spans).toMatchObject([{ certainty }]);
  });
});
