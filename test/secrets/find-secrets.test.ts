import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { drawn } from './drawn.ts';

async function typesIn(text: string, path = 'notes.md'): Promise<string[]> {
  const { spans } = await findSecrets(text, { path });
  return spans.map((span) => span.type);
}

describe('findSecrets', () => {
  it.each([
    ['a GitHub token', `see ${'ghp_'}${drawn(36)} here`, 'github-personal-access-token'],
    ['an Anthropic key', `ANTHROPIC=${'sk-ant-'}api03-${drawn(93)}AA`, 'anthropic-api-key'],
    ['an AWS key id', `id ${'AKIA'}${drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`, 'aws-access-key-id'],
    ['a password in a URL', `postgres://app:${drawn(14)}@db.internal/app`, 'url-credentials'],
    ['a named assignment', `client_secret: "${drawn(32)}"`, 'named-secret'],
    ['a named password', `DB_PASSWORD=${drawn(9)}!7a`, 'named-password'],
  ])('finds %s', async (_, text, type) => {
    expect(await typesIn(text)).toEqual([type]);
  });

  it.each([
    ['a masked token', `${'ghp_'}${'x'.repeat(36)}`],
    ['a placeholder', 'api_key: <your-key>'],
    ['a variable', `api_key: ${'{'}API_KEY}`],
    ["AWS's example", `AWS_ACCESS_KEY_ID=${'AKIA'}IOSFODNN7EXAMPLE`],
    ['a digest under a key-like name', `cache_key: ${drawn(64, '0123456789abcdef')}`],
  ])('is silent on %s', async (_, text) => {
    expect(await typesIn(text)).toEqual([]);
  });

  it('does not honour comments that switch secretlint off', async () => {
    const text = `<!-- secretlint-disable -->\n${'ghp_'}${drawn(36)}\n`;
    expect(await typesIn(text)).toEqual(['github-personal-access-token']);
  });

  it('says how many more there are than the cap', async () => {
    const text = Array.from({ length: 5 }, (_, index) => `${'ghp_'}${drawn(36, undefined, index + 1)}`).join(
      '\n',
    );
    const { spans, more } = await findSecrets(text, { path: 'a', maxFindings: 2 });
    expect([spans.length, more]).toEqual([2, 3]);
  });
});
