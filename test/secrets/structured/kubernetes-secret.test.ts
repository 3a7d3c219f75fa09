import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const token = drawn(24, undefined, 351);
const madeUp = `Kr4k${drawn(4, undefined, 352)}!72x`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const inText = (entry: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  ${entry}\n`;
const inData = (key: string, value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n  ${key}: ${base64(value)}\n`;
const isSilent = (text: string) => expect(found(text, 'secret.yaml')).toEqual([]);

describe('what stands in a Secret beside the secrets', () => {
  it.each([
    ['project', 'myproject'],
    ['type', 'helm'],
    ['azureServicePrincipalTenantId', '12345678-1234-1234-1234-123456789012'],
    ['azureServicePrincipalClientId', '0b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'],
    ['subscription', '0b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'],
    ['namespaces', 'my,managed,namespaces'],
    ['LOG_LEVEL', 'debug2'],
    ['bucket', 'harness-backups-2026'],
    ['JAVA_OPTS', '-XX:MaxRAMPercentage=75'],
    ['auth-extra-groups', 'system:bootstrappers:kubeadm:default-node-token'],
    ['admin', 'Mira.N1@example.net'],
    ['auth', 'oauth2'],
    ['bearer-token', 'opaque'],
    ['publicKey', `${drawn(43, undefined, 353)}=`],
    ['image-digest', `sha256:${drawn(64, '0123456789abcdef', 354)}`],
    ['ca.pem', 'ca-data-pem'],
    ['token', 'test-token'],
    ['api-key', 'harness-api-key-v3'],
    ['secret', 'super-secret-token'],
    ['client-secret', 'my-client-secret'],
    ['stripe', 'sk_live_xxx'],
    ['password', '**SOPS**'],
  ])('is none: %s: %s', (key, value) => {
    isSilent(inText(`${key}: '${value}'`));
    isSilent(inData(key, value));
  });

  it.each([
    ['secret.enc', JSON.stringify({ data: `ENC[AES256_GCM,data:${base64(token)},iv:x,tag:y,type:str]` })],
    ['values.yaml', `key: ENC[AES256_GCM,data:${base64(token)},type:str]\nsops:\n    kms: []\n`],
    ['bundle', `-----BEGIN CERTIFICATE-----\n${drawn(64, undefined, 355)}\n-----END CERTIFICATE-----\n`],
  ])('is none: %s', (key, value) => isSilent(inData(key, value)));
});

describe('the secrets of a Secret', () => {
  it.each([
    ['project', token],
    ['sampleWebhookToken', token],
    ['azureServicePrincipalClientSecret', drawn(34, undefined, 356)],
    ['key', drawn(32, '0123456789abcdef', 357)],
    ['SECRET_KEY_BASE', drawn(64, '0123456789abcdef', 358)],
    ['value', drawn(20, undefined, 359)],
    ['token', '0b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'],
    ['sshPrivateKey', madeUp],
    ['admin', madeUp],
    ['postgres', 'Sommer!2024x'],
    ['password', 'swordfish'],
    ['PGPASS', 'Winter2026'],
    ['pw', 'sommer24'],
    ['db-password', 'harbour-lantern'],
    ['secret', 'correct-horse-battery-staple'],
    ['extra', 'admin:password'],
  ])('are found: %s: %s', (key, value) => {
    expect(found(inText(`${key}: "${value}"`), 'secret.yaml')).toEqual([[value, 'certain']]);
    const encoded = base64(value);
    expect(
      found(inData(key, value), 'secret.yaml').map(([text]) => text.padEnd(encoded.length, '=')),
    ).toEqual([encoded]);
  });

  it.each([
    ['config.yaml', `level: info\npassword: ${madeUp}\n`],
    ['dsn', `Server=db;Pwd=${madeUp}`],
    ['.dockerconfigjson', JSON.stringify({ auths: { 'r.io': { auth: base64(`me:${madeUp}`) } } })],
    [
      'tls.pem',
      `-----BEGIN CERTIFICATE-----\n${drawn(64, undefined, 360)}\n-----END CERTIFICATE-----\n-----${'BEGIN'} PRIVATE KEY-----\n${drawn(64, undefined, 361)}\n-----END PRIVATE KEY-----\n`,
    ],
  ])('are found in a file: %s', (key, value) => {
    expect(found(inData(key, value), 'secret.yaml')).toHaveLength(1);
  });
});
