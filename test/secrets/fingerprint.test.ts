import { describe, expect, it } from 'vitest';
import { fingerprintSecret, fingerprintSecretSync } from '../../src/secrets/fingerprint.ts';
import { drawn } from './drawn.ts';

const secret = drawn(24, undefined, 95);

describe('fingerprintSecret', () => {
  it('is the same for the same value and salt, in both forms, from machine to machine', async () => {
    const fingerprint = fingerprintSecretSync(secret, 'secrets/no-secret-value');
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(await fingerprintSecret(secret, 'secrets/no-secret-value')).toBe(fingerprint);
    expect(fingerprintSecretSync('a fixed value', 'a fixed salt')).toBe(
      fingerprintSecretSync('a fixed value', 'a fixed salt'),
    );
  });

  it('is another for another value or salt', () => {
    const prints = [
      fingerprintSecretSync(secret, 'a'),
      fingerprintSecretSync(secret, 'b'),
      fingerprintSecretSync(`${secret}x`, 'a'),
    ];
    expect(new Set(prints).size).toBe(3);
  });
});
