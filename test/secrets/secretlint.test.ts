import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWithSecretlint } from '../../src/secrets/secretlint.ts';
import { drawn } from './drawn.ts';

const token = (seed: number) => `${'ghp_'}${drawn(36, undefined, seed)}`;

/** What the rules find in the whole text, all of them, none left out but the comment filter. */
async function foundInWhole(text: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: 'text', contentType: 'text' },
    options: {
      config: {
        rules: rules
          .filter((rule) => !rule.meta.id.endsWith('filter-comments'))
          .map((rule) => ({ id: rule.meta.id, rule, options: {} })),
      },
      noPhysicFilePath: true,
    },
  });
  return messages.map(({ range }) => range.join('-')).sort();
}

describe('the secretlint layer', () => {
  it('still has a comment filter to leave out, and rules beside it', () => {
    expect(rules.filter((rule) => rule.meta.id.endsWith('filter-comments'))).toHaveLength(1);
    expect(rules.length).toBeGreaterThan(20);
  });

  it.each(['secretlint-disable', 'secretlint-disable-next-line', 'secretlint-disable-line'])(
    'does not honour %s',
    async (comment) => {
      const text = `<!-- ${comment} -->\n${token(91)} // ${comment}\n`;
      expect((await findWithSecretlint(text)).map((span) => text.slice(span.start, span.end))).toEqual([
        token(91),
      ]);
    },
  );

  it.each(['npm_package_build_mac_publish_0_provider', 'npm_config_node_gyp_and_python_path_extra'])(
    "knows npm's environment from its tokens: %s",
    async (name) => expect(await findWithSecretlint(`echo "$${name}" > ${'npm_'}log\n`)).toEqual([]),
  );

  it("finds npm's tokens", async () => {
    const text = `echo ${'npm_'}${drawn(36, undefined, 95)}`;
    expect(await findWithSecretlint(text)).toMatchObject([{ type: 'secretlint-npm' }]);
  });

  it('never gives a library message or text on', async () => {
    const [span] = await findWithSecretlint(token(92));
    expect(Object.keys(span!).sort()).toEqual(['certainty', 'end', 'start', 'told', 'type']);
    expect(JSON.stringify(span)).not.toContain(token(92).slice(4, 12));
  });

  it('finds in excerpts what it finds in the whole', async () => {
    const parts = fc.oneof(
      fc.constantFrom(...Array.from({ length: 5 }, (_, at) => token(at + 100))),
      fc.constant(`${'glpat-'}${drawn(20, undefined, 93)}`),
      fc.constant(
        `-----${'BEGIN'} RSA PRIVATE KEY-----\nMII${drawn(900, undefined, 94)}\n-----END RSA PRIVATE KEY-----`,
      ),
      fc.constant('\n'),
      fc.integer({ min: 1, max: 3000 }).map((length) => 'lorem ipsum '.repeat(length)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 12 }), async (array) => {
        const text = array.join(' ');
        const found = (await findWithSecretlint(text)).map((span) => `${span.start}-${span.end}`).sort();
        expect(found).toEqual(await foundInWhole(text));
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
