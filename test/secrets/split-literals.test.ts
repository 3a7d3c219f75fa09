import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const prefix = ['gh', 'p_'].join('');
const [first, second] = [drawn(18, undefined, 131), drawn(18, undefined, 132)];

/** How programs put a text together. `1`, `2`, `3` stand for its parts. */
const FORMS = [
  't = "1" + "23";',
  't = "12" + "3";',
  't = "1" + "2" + "3";',
  't = ("12"\n     "3")',
  't = "12" \\\n  "3"',
  "t = '12' . '3';",
  't = "12" ..\n  "3"',
  't = "1" & "23"',
  't = "12" <> "3"',
  "SELECT '12' || '3'",
  't = "12" f"3"',
  '"x=12" +\n  "3"',
];

function write(form: string, ...parts: readonly string[]): string {
  return form.replace(/\d/g, (part) => parts[Number(part) - 1]!);
}

describe('a token in the literals that a program joins', () => {
  it.each(FORMS.map((form) => [form]))('%j', (form) => {
    const text = write(form, prefix, first, second);
    expect(
      findOwnSecrets(text, { path: 'a.py' }).spans.map((span) => [
        span.type,
        span.certainty,
        span.decodedFrom,
        text.slice(span.start, span.end).startsWith(prefix),
        text.slice(span.start, span.end).endsWith(second),
      ]),
    ).toEqual([['github-personal-access-token', 'certain', 'split', true, true]]);
    expect(
      findOwnSecrets(write(form, prefix, 'x'.repeat(18), 'x'.repeat(18)), { path: 'a.py' }).spans,
    ).toEqual([]);
  });

  it.each([
    ['a list', `["${prefix}", "${first}${second}"]`],
    ['a map', `{"${prefix}": "${first}${second}"}`],
    ['a condition', `t.startswith("${prefix}") or "${first}${second}" in t`],
    ['prefixes', `("${prefix}" "gho_" "ghu_" "ghs_" "ghr_")`],
    ['a variable between them', `"${prefix}" + name + "${first}${second}"`],
    ['words', `"${prefix}" + "and the rest of it" + "${first}${second}"`],
  ])('is not in %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'a.py' }).spans).toEqual([]);
  });

  it('is one finding where the first literal is a token by itself', () => {
    const token = prefix + first + second;
    const text = `"${token}" + "${first}"`;
    expect(
      findOwnSecrets(text, { path: 'a.py' }).spans.map(({ start, end }) => text.slice(start, end)),
    ).toEqual([token]);
  });

  it('is looked for in hostile text', () => {
    for (const part of [
      `"${prefix}" + `,
      `"${prefix}a"+"b"`,
      `${prefix}aaaaaaaaaaaaaaaaaa`,
      `"${prefix}"\\\n`,
    ])
      expect(findOwnSecrets(part.repeat(200_000 / part.length), { path: 'a.py' }).spans).toEqual([]);
  });
});
