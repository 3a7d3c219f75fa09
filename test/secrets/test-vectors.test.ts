import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const hex = drawn(64, '0123456789abcdef', 71);
const told = (text: string, path = 'spec.md') =>
  findOwnSecrets(text, { path }).spans.map(({ certainty }) => certainty);

describe('the keys of test vectors', () => {
  it.each([
    [`## Test vectors\n\nprivate_key = ${hex}\n`],
    [`== Test Vectors ==\n\n=== First ===\n\nprivate key: ${hex}\n`],
    [`# Rationale\n\nText.\n\n### Test vectors\n\n- shared_secret: ${hex}\n`],
  ])('are likely only: %j', (text) => expect(told(text)).toEqual(['likely']));

  it('are told by the path as well', () => {
    expect(told(`{ "private_key": "${hex}" }`, 'spec/test_vectors.json')).toEqual(['likely']);
    expect(told(`{ "private_key": "${hex}" }`, 'spec/settings.json')).toEqual(['certain']);
  });

  it.each([
    [`## Setup\n\nprivate_key = ${hex}\n`],
    [`## Test vectors\n\nNone.\n\n## Setup\n\nprivate_key = ${hex}\n`],
    [`## Test vectors\n\napi_secret = ${hex}\n`],
    [`## Test vectors\n\nclient_secret = ${hex}\n`],
    [`See the test vectors.\n\nprivate_key = ${hex}\n`],
  ])('and no others: %j', (text) => expect(told(text)).toEqual(['certain']));
});

describe('what everybody types', () => {
  it.each(['S3cr#t', 's3cr3t', 'abc123', 'xyz789'])('is no password: %s', (value) => {
    expect(told(`Server=Corp;User=Admin;Password=${value}`)).toEqual([]);
  });
});
