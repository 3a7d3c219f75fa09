import { describe, expect, it } from 'vitest';
import { drawn } from './drawn.ts';
import { found } from './found.ts';

const hex = (length: number, seed: number) => drawn(length, '0123456789abcdef', seed);
const key = hex(32, 311);
const iv = hex(24, 312);
const text = hex(96, 313);
const made = hex(96, 314);
const tag = hex(32, 315);

describe('the key of a vector of a cipher', () => {
  it.each([
    [JSON.stringify({ tests: [{ key, iv, aad: '', msg: text, ct: made, tag, result: 'valid' }] })],
    [JSON.stringify({ tests: [{ tcId: 1, comment: '', key, nonce: iv, msg: '', ct: made, tag }] }, null, 2)],
    [JSON.stringify([{ key, iv, ct: made, tag }])],
    [JSON.stringify([{ key, plaintext: text, ciphertext: made }])],
    [`COUNT = 0\nKEY = ${key}\nIV = ${iv}\nPLAINTEXT = ${text}\nCIPHERTEXT = ${made}\n\nCOUNT = 1\n`],
    [`Key = ${key}\nIV = ${iv}\nPT = \nAAD = ${iv}\nCT = ${made}\nTag = ${tag}\n`],
    [
      `vectors:\n  - key: "${key}"\n    nonce: "${iv}"\n    plain_text: "${text}"\n    cipher_text: "${made}"\n`,
    ],
    [`{ key: '0x${key}', iv: '0x${iv}', input: '${text}', output: '${made}' },`],
  ])('is no secret: %s', (vector) => expect(found(vector, 'aes.json')).toEqual([]));

  it.each([
    ['that stands alone', `{ "encryption_key": "${key}" }`, 'certain'],
    ['beside an iv alone', `{ "key": "${key}", "iv": "${iv}" }`, 'likely'],
    [
      'with which a program works',
      `aes_key: "${key}"\nnonce = os.urandom(12)\nciphertext, tag = cipher.encrypt(plaintext)\n`,
      'likely',
    ],
    [
      'in another object',
      `{ "a": { "key": "${key}" }, "b": { "iv": "${iv}", "msg": "${text}", "ct": "${made}" } }`,
      'likely',
    ],
    ['in another paragraph', `key: ${key}\n\nIV = ${iv}\nPT = ${text}\nCT = ${made}\n`, 'likely'],
    [
      'of something else',
      `{ "api_key": "${key}", "iv": "${iv}", "msg": "${text}", "ct": "${made}" }`,
      'certain',
    ],
  ])('is a key %s', (_, other, certainty) => {
    expect(found(other, 'aes.json')).toEqual([[key, certainty]]);
  });

  it('is looked for once in hostile text', () => {
    const many = `key: ${key} ct=`.repeat(4000);
    expect(found(many, 'a.md').length).toBeGreaterThan(0);
  });
});
