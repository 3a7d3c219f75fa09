import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawn } from './drawn.ts';
import { found } from './found.ts';

const key = `${drawn(43, undefined, 301)}=`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const pem = (kind: string, body: string) => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;
const lines = `${drawn(64, undefined, 302)}\n${drawn(64, undefined, 303)}\n${drawn(40, undefined, 304)}`;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKeys = [
  publicKey,
  generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey,
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey,
  generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
  generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey,
  generateKeyPairSync('ed25519').publicKey,
].map((each) => each.export({ format: 'der', type: 'spki' }).toString('base64'));
/** Version 3, a serial number of 16 bytes, sha256WithRSAEncryption, as a certificate of 512 bytes and more has it. */
const certificate = `MIIDdzCCAl+gAwIBAgIE${drawn(200, undefined, 305)}`;

describe('public material', () => {
  it.each<[name: string, text: string]>([
    ['a public half by its name', `SIGNING_KEY_PUB = "${key}"`],
    ['a public half in hex', `SIGNING_KEY_PUB_HEX = "${drawn(64, '0123456789abcdef', 306)}"`],
    ['a public half in camel case', `apiKeyPub: "${key}"`],
    ['a public half that is decoded', `const TEST_SIGNING_KEY_PUB = Base64.decode("${key}");`],
    ['the certificate of a key', `API_KEY_CERT=${base64(pem('CERTIFICATE', lines))}`],
    ['a certificate in base64', `cluster_auth_base64 = "${base64(pem('CERTIFICATE', lines))}"`],
    ['a trusted certificate', `auth_key = "${pem('TRUSTED CERTIFICATE', lines).replaceAll('\n', '\\n')}"`],
    ['a public key in base64', `encryption_key: ${base64(pem('PUBLIC KEY', lines))}`],
    ['a public key of RSA in base64', `jwt_key: ${base64(pem('RSA PUBLIC KEY', lines))}`],
    ['a certificate in DER', `SERVICE_KEY="${certificate}"`],
    ...publicKeys.map((each, at): [string, string] => [
      `a public key in DER (${at})`,
      `SIGNING_KEY="${each}"`,
    ]),
  ])('is no secret: %s', (_, text) => expect(found(text, 'a.tf')).toEqual([]));

  const privatePem = base64(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  it.each([
    ['the other half', `SIGNING_KEY = "${key}"`, key],
    ['a private key in base64', `cluster_auth_base64 = "${privatePem}"`, privatePem.replace(/=+$/, '')],
    [
      'a private key behind a certificate',
      `SERVICE_KEY=${base64(pem('CERTIFICATE', lines) + pem('PRIVATE KEY', lines))}`,
      base64(pem('CERTIFICATE', lines) + pem('PRIVATE KEY', lines)).replace(/=+$/, ''),
    ],
  ])('is not %s', (_, text, secret) => {
    expect(found(text, 'a.tf').map(([value]) => value.replace(/=+$/, ''))).toEqual([
      secret.replace(/=+$/, ''),
    ]);
  });
});
