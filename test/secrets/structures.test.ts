import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const HEX = '0123456789abcdef';
const token = drawn(32, undefined, 41);
const password = `${drawn(9, undefined, 42)}-7q`;
const basic = Buffer.from(`deploy:${password}`).toString('base64');
const url64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${url64({ alg: 'HS256', typ: 'JWT' })}.${url64({ sub: '42', name: 'x' })}.${drawn(43, undefined, 43)}`;
const begin = (kind: string) => `-----${'BEGIN'} ${kind}-----`;
const keyLines = [drawn(64, undefined, 44), drawn(64, undefined, 45), drawn(30, undefined, 46)];

/** Text, type, and the stretch that has to be reported. */
const FOUND: readonly (readonly [text: string, type: string, secret: string])[] = [
  [`postgres://app:${password}@db/app`, 'url-credentials', password],
  [`redis://:${token}@cache:6379/0`, 'url-credentials', token],
  [`amqp://svc:${password}@rabbit:5672/%2f`, 'url-credentials', password],
  [`https://${token}@bitbucket.org/a/b.git`, 'url-token', token],
  [`Authorization: Bearer ${token}`, 'authorization-header', token],
  [`curl -H "Authorization: token ${token}" https://h`, 'authorization-header', token],
  [`'Authorization': 'SSWS ${token}'`, 'authorization-header', token],
  [`Authorization: Basic ${basic}`, 'basic-authorization', basic],
  [`x-api-key: ${token}`, 'api-key-header', token],
  [`Cookie: theme=dark; sessionid=${token}`, 'session-cookie', token],
  [`GET /v1/items?page=2&access_token=${token} HTTP/1.1`, 'query-token', token],
  [
    `https://a.blob.core.windows.net/c?sv=2024-01-01&sig=${Buffer.from(drawn(32, undefined, 47))
      .toString('base64')
      .replaceAll('=', '%3D')}`,
    'azure-shared-access-signature',
    Buffer.from(drawn(32, undefined, 47))
      .toString('base64')
      .replaceAll('=', '%3D'),
  ],
  [
    `https://b.s3.amazonaws.com/k?X-Amz-Expires=60&X-Amz-Signature=${drawn(64, HEX, 48)}`,
    'presigned-url',
    drawn(64, HEX, 48),
  ],
  [`curl -u deploy:${password} https://h/x`, 'curl-user', password],
  [`curl https://h/x \\\n  --user deploy:${password}`, 'curl-user', password],
  [`sshpass -p ${password} ssh a@b`, 'sshpass-password', password],
  [`mysql -h db -u app -p${password} app`, 'database-client-password', password],
  [`redis-cli -h cache -a ${password} ping`, 'database-client-password', password],
  [`docker login -u me -p ${password} registry.io`, 'registry-login-password', password],
  [`keytool -storepass ${password} -list`, 'key-store-password', password],
  [`ALTER USER app IDENTIFIED BY '${password}';`, 'sql-password', password],
  [`tool --password=${password} run`, 'named-password', password],
  [`tool --api-key=${token}`, 'named-secret', token],
  [`tool --token ${token} run`, 'named-secret', token],
  [`machine api.host.io\n  login me\n  password ${password}`, 'netrc-password', password],
  [`//registry.npmjs.org/:_authToken=${token}`, 'npm-registry-auth', token],
  [`{"auths": {"r.io": {"auth": "${basic}"}}}`, 'docker-registry-auth', basic],
  [`db.host.io:5432:app:me:${password}`, 'pgpass-password', password],
  [
    `me:$apr1$${drawn(8, undefined, 49)}$${drawn(22, undefined, 50)}`,
    'password-file-hash',
    `$apr1$${drawn(8, undefined, 49)}$${drawn(22, undefined, 50)}`,
  ],
  [
    `{"kty":"EC","crv":"P-256","d":"${drawn(43, undefined, 51)}"}`,
    'private-json-web-key',
    drawn(43, undefined, 51),
  ],
  [`token ${jwt}`, 'json-web-token', jwt],
  [
    `kind: Secret\ndata:\n  pw: ${Buffer.from(password).toString('base64')}\n`,
    'kubernetes-secret',
    Buffer.from(password).toString('base64'),
  ],
  [`kind: Secret\nstringData:\n  url: x\n  pw: ${password}\n`, 'kubernetes-secret', password],
  [`redis> requirepass ${password}`, 'named-password', password],
  [`[Interface]\nPrivateKey = ${drawn(43, undefined, 52)}=`, 'named-secret', `${drawn(43, undefined, 52)}=`],
  [
    `aws_access_key_id ${'AKIA'}${drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 53)},${drawn(40, undefined, 54)}`,
    'aws-secret-access-key',
    drawn(40, undefined, 54),
  ],
];

describe('structures', () => {
  it.each(FOUND)('%s', (text, type, secret) => {
    const { spans } = findOwnSecrets(text, { path: 'notes.md' });
    const found = spans.map((span) => [span.type as string, text.slice(span.start, span.end)]);
    expect(found).toContainEqual([type, secret]);
  });

  it.each([
    ['RSA', `${begin('RSA PRIVATE KEY')}\n${keyLines.join('\n')}\n-----END RSA PRIVATE KEY-----`],
    ['EC', `${begin('EC PRIVATE KEY')}\n${keyLines.join('\n')}\n-----END EC PRIVATE KEY-----`],
    ['OpenSSH', `${begin('OPENSSH PRIVATE KEY')}\n${keyLines.join('\n')}\n-----END OPENSSH PRIVATE KEY-----`],
    [
      'encrypted',
      `${begin('ENCRYPTED PRIVATE KEY')}\n${keyLines.join('\n')}\n-----END ENCRYPTED PRIVATE KEY-----`,
    ],
    [
      'PGP',
      `${begin('PGP PRIVATE KEY BLOCK')}\nVersion: 1\n\n${keyLines.join('\n')}\n-----END PGP PRIVATE KEY BLOCK-----`,
    ],
    [
      'in a JSON string',
      `"${begin('PRIVATE KEY')}\\n${keyLines.join('\\n')}\\n-----END PRIVATE KEY-----\\n"`,
    ],
    [
      'indented',
      `key: |\n  ${begin('PRIVATE KEY')}\n  ${keyLines.join('\n  ')}\n  -----END PRIVATE KEY-----`,
    ],
    ['of a diff', `+${begin('PRIVATE KEY')}\n+${keyLines.join('\n+')}\n+-----END PRIVATE KEY-----`],
    ['quoted', `> ${begin('PRIVATE KEY')}\n> ${keyLines.join('\n> ')}\n> -----END PRIVATE KEY-----`],
    ['cut short', `${begin('PRIVATE KEY')}\n${keyLines[0]}\n`],
    ['PuTTY', `${'PuTTY-User-Key-File-2'}: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n${keyLines[0]}\n`],
  ])('a private key, %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'a' }).spans.map((span) => span.type)).toEqual(['private-key']);
  });

  it.each([
    ['a header with nothing under it', `${begin('PRIVATE KEY')}\n...\n-----END PRIVATE KEY-----`],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${keyLines.join('\n')}\n-----END CERTIFICATE-----`],
    ['an unsigned JWT', `${url64({ alg: 'none' })}.${url64({ sub: '42' })}.`],
    [
      "Supabase's anonymous key",
      `${url64({ alg: 'HS256' })}.${url64({ role: 'anon' })}.${drawn(43, undefined, 55)}`,
    ],
  ])('not %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'a' }).spans).toEqual([]);
  });
});
