import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const HEX = '0123456789abcdef';
const token = drawn(32, undefined, 41);
const password = `${drawn(9, undefined, 42)}-7q`;
const hookId = drawn(26, 'abcdefghijklmnopqrstuvwxyz0123456789', 56);
const basic = Buffer.from(`deploy:${password}`).toString('base64');
const url64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${url64({ alg: 'HS256', typ: 'JWT' })}.${url64({ sub: '42', name: 'x' })}.${drawn(43, undefined, 43)}`;
const begin = (kind: string) => `-----${'BEGIN'} ${kind}-----`;
const headOfKey = `MIIE${'vQIBADANBgkqhkiG9w0BAQEFAASC'}`;
const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ format: 'der', type: 'spki' })
  .toString('base64');
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
  [`openssl enc -aes-256-cbc -salt -k ${password} -in a`, 'encryption-password', password],
  [`zip -r -P ${password} a.zip b`, 'archive-password', password],
  [`7z a -p${password} a.7z b`, 'archive-password', password],
  [`gh secret set DEPLOY --body ${token}`, 'stored-secret', token],
  [`gh secret set DEPLOY -R a/b -b"${token}"`, 'stored-secret', token],
  [`az keyvault secret set --vault-name v --name db --value ${password}`, 'stored-secret', password],
  [`echo ${token} | docker login --password-stdin`, 'piped-password', token],
  [`echo -n '${token}' | docker login ghcr.io -u me --password-stdin`, 'piped-password', token],
  [`printf %s "${token}" | gh auth login --with-token`, 'piped-password', token],
  [`echo ${password} | sudo -S apt update`, 'piped-password', password],
  [`docker login -u me --password-stdin <<< ${token}`, 'piped-password', token],
  [`aws configure set --profile p aws_secret_access_key ${drawn(40)}`, 'aws-secret-access-key', drawn(40)],
  [`npm config set //registry.npmjs.org/:_authToken ${token}`, 'npm-registry-auth', token],
  [`{"name":"Authorization","value":"Bearer ${token}"}`, 'authorization-header', token],
  [`- name: Authorization\n  value: Bearer ${token}`, 'authorization-header', token],
  [`{"name": "Cookie",\n "value": "theme=dark; sessionid=${token}"}`, 'session-cookie', token],
  [`proxy_set_header Authorization "Bearer ${token}";`, 'authorization-header', token],
  [`https://chat.acme.io:8065/hooks/${hookId}`, 'mattermost-webhook-url', hookId],
  [`Login: ops / ${token}`, 'login-password', token],
  [`**Credentials:** ops / \`${token}\``, 'login-password', token],
  [`aws_secret_access_key = /${drawn(39)}`, 'named-secret', `/${drawn(39)}`],
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
    [
      'in the cell of a table',
      `| k | ${begin('PRIVATE KEY')}<br>${keyLines.join('<br>')}<br/>-----END PRIVATE KEY----- |`,
    ],
    ['quoted', `> ${begin('PRIVATE KEY')}\n> ${keyLines.join('\n> ')}\n> -----END PRIVATE KEY-----`],
    ['cut short', `${begin('PRIVATE KEY')}\n${keyLines[0]}\n`],
    ['PuTTY', `${'PuTTY-User-Key-File-2'}: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n${keyLines[0]}\n`],
  ])('a private key, %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'a' }).spans.map((span) => span.type)).toEqual(['private-key']);
  });

  it.each(
    (
      [
        ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, ['pkcs8', 'pkcs1']],
        ['EC', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, ['pkcs8', 'sec1']],
        ['Ed25519', generateKeyPairSync('ed25519').privateKey, ['pkcs8']],
      ] as const
    ).flatMap(([name, privateKey, types]) => types.map((type) => [name, type, privateKey] as const)),
  )('a private key without its header: %s in %s', (_, type, privateKey) => {
    const lines = privateKey.export({ format: 'pem', type }).toString().trim().split('\n').slice(1, -1);
    for (const text of [
      lines.join('\n'),
      `    ${lines.join('\r\n    ')}\r\n`,
      `k="${lines.join('')}"`,
      lines.join('\\n'),
    ])
      expect(findOwnSecrets(text, { path: 'a.md' }).spans.map((span) => span.type)).toEqual(['private-key']);
  });

  it.each([
    ['a placeholder in a table', `${begin('PRIVATE KEY')}<br>...<br>-----END PRIVATE KEY-----`],
    ['a public key without its header', publicKey],
    ['the beginning of a key', `Such a key begins with \`${headOfKey}\`.`],
    ['a beginning filled up', `${headOfKey}${'x'.repeat(80)}`],
    ['alternatives', 'Login: GitHub / Enterprise2024\nCredentials: AWS / workload-identity-2'],
    ['a variable that is piped', 'echo "$TOKEN" | docker login --password-stdin'],
    ['an expression that is piped', `echo ${'$'}{{ secrets.TOKEN }} | docker login --password-stdin`],
    ['a placeholder that is piped', 'echo YOUR_TOKEN | gh auth login --with-token'],
    [
      'a secret that is read from a file',
      'gh secret set DEPLOY < key2.txt\ngh secret set X --body "$VALUE2"',
    ],
    ['a key file', 'openssl enc -aes-256-cbc -kfile key2.bin -in a\nopenssl enc -pass file:/run/pw2'],
    ['no password of an archive', 'zip -P $PW a.zip b\nunzip -p a2.zip b2\n7z x a.7z -o/tmp/x1'],
    ['a header without a value', '{"name":"Authorization","value":"Bearer <token>"}'],
    ['a variable in a header', 'proxy_set_header Authorization "Bearer $token";'],
    ['a path', 'aws_secret_access_key = /home/deploy/keys/Prod1/aws/Secret2/current'],
    ['a variable of npm', `npm config set //registry.npmjs.org/:_authToken ${'$'}{NPM_TOKEN}`],
    ['a header with nothing under it', `${begin('PRIVATE KEY')}\n...\n-----END PRIVATE KEY-----`],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${keyLines.join('\n')}\n-----END CERTIFICATE-----`],
    ['a file of hooks', `src/hooks/${hookId}\nhttps://h.io/hooks/${hookId}.js`],
    ['a word for a hook', 'https://chat.acme.io/hooks/xxx-generatedkey-xxx'],
    ['an unsigned JWT', `${url64({ alg: 'none' })}.${url64({ sub: '42' })}.`],
    [
      "Supabase's anonymous key",
      `${url64({ alg: 'HS256' })}.${url64({ role: 'anon' })}.${drawn(43, undefined, 55)}`,
    ],
  ])('not %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'a' }).spans).toEqual([]);
  });
});
