import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../../src/secrets/find-own-secrets.ts';
import { drawn } from '../drawn.ts';

const begin = (kind = 'PRIVATE KEY') => `-----${'BEGIN'} ${kind}-----`;
const types = (text: string) =>
  findOwnSecrets(text, { path: 'a.md' }).spans.map(({ type }) => type as string);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pkcs8 = rsa.export({ format: 'pem', type: 'pkcs8' }).toString().split('\n');
const headOf = {
  pkcs8: `MII${'EvQIBADANBgkqhkiG9w0BAQEFAASC'}`,
  whole: `MII${'EvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'}`,
  encrypted: `MII${'FDjBABgkqhkiG9w0BBQ0wMzAbBgkqhkiG9w0BBQwwDg'}`,
  shortEncrypted: `MIG${'bMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg'}`,
  ec: `MIG${'HAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg'}`,
  ed25519: `MC4${'CAQAwBQYDK2VwBCIEI'}`,
  openssh: `b3BlbnNz${'aC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAA'}`,
};

describe('the beginning that keys of a kind share', () => {
  it.each(
    Object.entries(headOf).flatMap(([name, head]): [name: string, text: string][] => [
      [`${name} and dots`, `${begin()}\n${head}...\n-----END PRIVATE KEY-----\n`],
      [`${name} in a string of code`, `KEY="${begin('ENCRYPTED PRIVATE KEY')}\\n${head}..."`],
      [`${name} and dots on a line`, `${begin()}\r\n${head}\r\n  . . .\r\n`],
      [`${name} alone`, `Such a key is: "${begin()}\\n${head}"`],
    ]),
  )('is no key: %s', (_, text) => expect(types(text)).toEqual([]));

  it('is none with a little of the modulus and dots', () => {
    expect(types(`${pkcs8.slice(0, 2).join('\n')}\n . . .\n`)).toEqual([]);
    expect(types(pkcs8.slice(0, 2).join('\n'))).toEqual(['private-key']);
  });

  it('is none in base64', () => {
    const text = Buffer.from(`${begin('ENCRYPTED PRIVATE KEY')}\\n${headOf.encrypted.slice(0, 24)}`);
    expect(types(`{"base64": "${text.toString('base64')}..."}`)).toEqual([]);
  });

  it.each([
    ['something drawn and dots', `${begin()}\n${drawn(60, undefined, 321)}...\n`],
    [
      'the rest behind it',
      `${begin()}\n${headOf.whole}${drawn(14, undefined, 322)}\n${drawn(64, undefined, 323)}\n`,
    ],
    ['much behind it and dots', `${begin()}\n${headOf.whole}${drawn(40, undefined, 324)}...\n`],
    ['the scalar behind it', `${begin()}\n${headOf.ed25519}${drawn(44, undefined, 325)}\n`],
    ['a half of it, and dots', `${begin()}\n${pkcs8.slice(1, 12).join('\n')}\n...\n`],
    ['a line below the dots', `${begin()}\n${headOf.pkcs8}...\n${drawn(40, undefined, 326)}\n`],
  ])('is a key with %s', (_, text) => expect(types(text)).toEqual(['private-key']));
});
