import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { drawn } from './drawn.ts';

const HEX = '0123456789abcdef';
const sha1 = drawn(40, HEX, 3);
const sha256 = drawn(64, HEX, 4);
const md5 = drawn(32, HEX, 5);
const short = drawn(12, HEX, 6);
const uuid = `${drawn(8, HEX, 7)}-${drawn(4, HEX, 8)}-4${drawn(3, HEX, 9)}-a${drawn(3, HEX, 10)}-${drawn(12, HEX, 11)}`;
const base64 = `${drawn(43, undefined, 12)}=`;
const long = drawn(600, undefined, 13);

/** Each is a text in which nothing opens anything. */
const DIGESTS_UNDER_NAMES = [
  ...[
    'cache_key',
    'key_commit',
    'token_digest',
    'cacheKey',
    'keyHash',
    'token_sha256',
    'secret_hash',
    'password_sha1',
  ].map((name) => `${name}: ${sha256}`),
  ...['key', 'auth', 'session', 'partition_key', 'idempotency_key', 'sort_key', 'primary_key', 'map-key'].map(
    (name) => `${name}: ${sha1}`,
  ),
  ...[
    'commit',
    'sha',
    'digest',
    'checksum',
    'etag',
    'revision',
    'run_id',
    'trace_id',
    'integrity',
    'nonce',
  ].map((name) => `${name}: ${sha256}`),
  ...[
    'session_id',
    'key_id',
    'client_id',
    'tenant_id',
    'token_id',
    'secret_id',
    'api_key_id',
    'credential_id',
  ].map((name) => `${name}: ${uuid}`),
  ...['session', 'key', 'auth_session', 'webhook'].map((name) => `${name} = "${uuid}"`),
  `{"cacheKey": "${md5}", "key": "${sha256}"}`,
  `public_key: ${base64}`,
  `publicKey = "${base64}"`,
  `secretName: my-app-tls-2024`,
  `secret_name = "prod/db/main-7f3k"`,
  `tokenUrl: https://login.example.org/oauth/token`,
  `token_type: Bearer`,
  `max_tokens: 128000`,
  `token_limit = 200000`,
  `"tokens": 51234, "total_tokens": 99120`,
  `password_policy: min12-upper1-digit2`,
  `password_file: /run/secrets/db_password`,
  `PASSWORD_FILE=/run/secrets/db_password_2`,
  `key_prefix: sess-v2-`,
  `api_key_env: OPENAI_API_KEY_2`,
  `secret_ref: vault://kv/data/app#password`,
  `"encrypted_content": "gAAAAAB${long}"`,
  `"signature": "EqQB${long}"`,
  `thinking_signature: ${base64}`,
];

const LISTS = [
  `${sha256}  dist/main.js\n${sha1}  dist/cli.js\n${md5}  a.png\n`,
  `| commit | file |\n| --- | --- |\n| ${sha1} | a.md |\n| \`${short}\` | b.md |\n`,
  `commit ${sha1}\nAuthor: A B <a@b.dev>\nDate:   Mon Jan 5 10:00:00 2026 +0100\n\n    Add tokens\n`,
  `index ${short}..${short} 100644`,
  `run-20260105T101010Z-${short}`,
  `golang.org/x/crypto v0.31.0 h1:${base64}\ngolang.org/x/crypto v0.31.0/go.mod h1:${base64}\n`,
  `  "integrity": "sha512-${drawn(86, undefined, 14)}=="`,
  `sha256-${base64}`,
  `  hash = "sha256-${base64}";`,
  `  sha256 = "${drawn(52, '0123456789abcdfghijklmnpqrsvwxyz', 15)}";`,
  `image: registry.example.org/app@sha256:${sha256}`,
  `uses: actions/checkout@${sha1}`,
  `![x](data:image/png;base64,iVBORw0KGgo${long})`,
  `<image href="data:image/png;base64,${long}+1/${drawn(60, undefined, 27)}+${long}"/>`,
  `<image href="data:image/png;base64,${long}/EAAB${drawn(80, undefined, 28)}+${long}"/>`,
  // The colours of a GIF.
  `GIF89a\0\0;;;<<<@@${['EAA', 'FAAGBBHCCICCJDDKDDKEELEELEEMFFMFFMFFNGGNGGN'].join('')}HHNHHOIIOIIOJJPKKPLLQMMQNNRPORQPTRRUTTVVV[[[`,
  `-----BEGIN CERTIFICATE-----\nMIID${drawn(60, undefined, 16)}\n${drawn(64, undefined, 17)}\n-----END CERTIFICATE-----`,
  `-----BEGIN PUBLIC KEY-----\nMIIB${drawn(60, undefined, 18)}\n-----END PUBLIC KEY-----`,
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${drawn(43, undefined, 19)} a@b`,
  `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${long} a@b`,
  `key: ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${long}`,
  `github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${drawn(43, undefined, 20)}`,
  `The token ${short} was revoked in commit ${sha1}.`,
  `request id: ${uuid}`,
  `See https://github.com/a/b/commit/${sha1}?w=1`,
  `https://docs.google.com/document/d/${drawn(44, undefined, 21)}/edit?resourcekey=0-${drawn(22, undefined, 22)}`,
  `https://www.youtube.com/watch?v=${drawn(11, undefined, 23)}`,
];

const PLACEHOLDERS = [
  ...[
    '<your-key>',
    '<API_KEY>',
    'YOUR_API_KEY',
    'your-api-key-here',
    'xxxxxxxxxxxxxxxx',
    'REDACTED',
    '[REDACTED]',
    '********',
  ],
  ...[
    'changeme',
    'CHANGE_ME',
    'TODO',
    'null',
    'none',
    '""',
    'example',
    'sample-key-123',
    'dummy_token_1',
    'placeholder',
  ],
  ...[
    'sk-xxxx',
    'sk-xxxxxxxxxxxxxxxxxxxxxxxx',
    'sk-...',
    'ghp_xxxx',
    'ghp_…',
    '...',
    '1234567890abcdef1234',
    'abcdefghijklmnop',
  ],
  ...[
    '$TOKEN',
    `${'$'}{TOKEN}`,
    '$(cat token)',
    '{{ token }}',
    '{{.Values.token}}',
    '%TOKEN%',
    '%(token)s',
    '@token@',
    '<%= token %>',
  ],
  ...[
    `${'$'}{{ secrets.TOKEN }}`,
    'secrets.TOKEN',
    'process.env.API_KEY',
    'os.environ["API_KEY"]',
    'env.API_KEY2',
    'config.apiKey1',
  ],
  ...[
    'var.api_key',
    'module.db.password1',
    'data.vault.this.token',
    'aws_secretsmanager_secret.db.arn',
    '!Ref DbSecret',
  ],
  ...[
    'ENC[AES256_GCM,data:q1w2e3,iv:abc,tag:def,type:str]',
    'vault:secret/data/app#key',
    'op://vault/item/field',
    'ssm:/app/key',
  ],
  ...[
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbC123',
    'projects/p/secrets/s/versions/3',
    'API_KEY_2',
  ],
].flatMap((value) => [`api_key: ${value}`, `API_KEY=${value}`, `password = "${value.replaceAll('"', '')}"`]);

const PROSE = [
  'readonly STENCIL_PASS_DEPTH_PASS: 0x0B96;',
  'The password must have 12 characters and 1 digit.',
  'Password: required, at least 8 characters',
  'The secret is that nobody reads it.',
  'token: the API token of the service',
  'A key is rotated after 90 days; the token expires in 3600s.',
  'password: string',
  'password?: string;',
  'const password = getPassword(user);',
  'password = input("Password: ")',
  'if (token === undefined) throw new Error("no token");',
  'self.password = password',
  'this.apiKey = options.apiKey;',
  'const token = await fetchToken({ scope: "read" });',
  'func NewToken(secret string) (*Token, error) {',
  'def check_password(password: str, hashed: bytes) -> bool:',
  '--token <TOKEN>   the token to use',
  'curl -H "Authorization: Bearer $TOKEN" https://api.example.org/v1',
  'curl -u "$USER:$PASSWORD" https://api.example.org/v1',
  'curl -u user:password https://api.example.org/v1',
  'Authorization: Bearer <token>',
  'Authorization: Basic <base64>',
  'postgres://user:password@localhost:5432/app',
  'postgres://postgres:postgres@localhost/app',
  'mysql://root:root@127.0.0.1/app',
  'https://user:pass@example.com/',
  'https://user:password@host/path',
  'redis://:password@localhost:6379',
  'amqp://guest:guest@localhost:5672/',
  'git clone https://$TOKEN@github.com/a/b',
  `dsn: https://${md5}@o12345.ingest.sentry.io/4501234`,
  `NEXT_PUBLIC_SENTRY_DSN=https://${md5}@o1.ingest.us.sentry.io/2`,
  `const stripe = Stripe('${'pk_live_'}${drawn(24, undefined, 24)}');`,
  `clientId: ${drawn(12, '0123456789', 25)}-${drawn(32, 'abcdefghijklmnopqrstuvwxyz0123456789', 26)}.apps.googleusercontent.com`,
  `tenant: ${uuid}`,
  `AWS_ACCESS_KEY_ID=${'AKIA'}IOSFODNN7EXAMPLE`,
  `AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI${'/K7MDENG/'}bPxRfiCYEXAMPLEKEY`,
  `"Account": "123456789012"`,
  `# pgpass: hostname:port:database:username:password`,
  'machine host login user password PASSWORD',
  'htpasswd -b .htpasswd user password',
  'mysql -u root -p',
  'sshpass -p "$PASS" ssh host',
  'docker login -u user --password-stdin',
  'valueFrom: { secretKeyRef: { name: app, key: api-token-2 } }',
  'secretKeyRef:\n  name: db-credentials-v2\n  key: password',
  'kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB4k9yx2mQ8vT1',
  'resource "aws_secretsmanager_secret" "db" {\n  name = "prod/db"\n}',
  'password = random_password.db.result',
  'password = data.aws_ssm_parameter.db.value',
  '- name: API_KEY\n  valueFrom:\n    secretKeyRef:\n      name: app\n      key: k1',
  'AKIA is the prefix of a key id, ghp_ of a token, sk- of another.',
];

/** Beside the images above: the same tokens where nothing but their place told that they were chance. */
const REAL = [
  ['readonly STENCIL_PASS_DEPTH_PASS: "0x0B96";', 'named-password'],
  [`token 1//0${drawn(60, undefined, 27)}`, 'google-oauth-refresh-token'],
  [`https://graph.example.org/EAAB${drawn(80, undefined, 28)}`, 'facebook-access-token'],
  [`GIF89a\0\0;;;${'ghp_'}${drawn(36, undefined, 29)}[[[`, 'github-personal-access-token'],
] as const;

describe('false friends', () => {
  it.each(REAL)('have a real neighbour: %s', async (text, type) => {
    const { spans } = await findSecrets(text, { path: 'docs/notes.md' });
    expect(spans.map((span) => span.type)).toEqual([type]);
  });

  it.each([...DIGESTS_UNDER_NAMES, ...LISTS, ...PLACEHOLDERS, ...PROSE].map((text) => [text]))(
    '%s',
    async (text) => {
      const { spans } = await findSecrets(text, { path: 'docs/notes.md' });
      expect(spans.map((span) => `${span.type}: ${text.slice(span.start, span.end)}`)).toEqual([]);
    },
  );

  it('are a lock file under another name, and the lock file itself', async () => {
    const lines = Array.from(
      { length: 20 },
      (_, at) => `"pkg-${at}": "sha512-${drawn(86, undefined, at + 1)}==",`,
    ).join('\n');
    for (const path of ['deps.txt', 'package-lock.json', 'go.sum.bak']) {
      expect((await findSecrets(lines, { path })).spans).toEqual([]);
    }
  });
});
