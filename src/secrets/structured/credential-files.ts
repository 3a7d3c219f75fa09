import type { Structure } from './structure.ts';
import { judgeAsPassword, judgeAwsSecret, judgeBasic, judgeDrawnToken, judgeTyped } from './typed-secret.ts';

/** Lines of files whose whole purpose is to hold credentials. */
export const CREDENTIAL_FILES: readonly Structure[] = [
  {
    type: 'netrc-password',
    near: ['machine ', 'default login'],
    shape:
      /(?:machine[ \t]{1,8}[\w.:-]{1,120}|default)(?:\s{1,20}account[ \t]{1,8}\S{1,120})?\s{1,20}login[ \t]{1,8}\S{1,120}\s{1,20}password[ \t]{1,8}["']?(?<secret>[^\s"']{1,400})/i,
    judge: ({ secret }) => judgeTyped(secret),
  },
  {
    type: 'npm-registry-auth',
    vendor: 'npm',
    near: ['_authtoken', '_password', '_auth=', '_auth ='],
    shape:
      /(?<![\w.])_(?:authtoken|password|auth)[ \t]{0,4}=[ \t]{0,4}["']?(?<secret>[A-Za-z0-9+/=_.~-]{6,1000})(?![([\w])/i,
    judge: ({ secret }) => judgeBasic(secret) ?? judgeTyped(secret),
  },
  {
    type: 'docker-registry-auth',
    vendor: 'Docker',
    near: ['"auth"', "'auth'", 'auth:', '\\"auth\\"'],
    shape: /\\?["']?auth\\?["']?[ \t]{0,4}:\s{0,10}\\?["']?(?<secret>[A-Za-z0-9+/]{8,2000}={0,2})/i,
    judge: ({ secret }) => judgeBasic(secret),
  },
  {
    type: 'pgpass-password',
    vendor: 'PostgreSQL',
    // host:port:database:user:password, one a line. https://www.postgresql.org/docs/current/libpq-pgpass.html
    // The numbers of a user and a group stand there in a line of /etc/passwd, that of an account in an AWS ARN, and a CPE name is as long.
    near: [':5432:', ':5433:', ':5434:', ':6432:', ':*:', ':5439:', ':26257:'],
    shape:
      /(?<!\b(?:arn|cpe):[\w.:*/-]{1,120}):(?:\d{4,5}|\*):(?!-?\d{1,20}:)[\w*.-]{1,80}:[\w*.@-]{1,80}:(?<secret>[^\s:"'`<>|]{3,200})(?=[\s"'`]|$)/,
    judge: ({ secret }) => judgeAsPassword(secret) ?? judgeTyped(secret),
  },
  {
    type: 'password-file-hash',
    near: [
      ':$apr1$',
      ':$2a$',
      ':$2b$',
      ':$2y$',
      ':{sha}',
      ':{ssha}',
      ':$1$',
      ':$5$',
      ':$6$',
      ':$y$',
      ':$argon2',
    ],
    shape:
      /:(?<secret>\$apr1\$[\w./]{1,8}\$[\w./]{22}|\$2[aby]\$\d\d\$[\w./]{53}|\{S?SHA\}[\w+/]{20,80}={0,2}|\$[156]\$(?:rounds=\d{1,9}\$)?[\w./]{1,16}\$[\w./]{22,86}|\$y\$[\w./]{1,10}\$[\w./]{1,86}\$[\w./]{43}|\$argon2(?:id|i|d)\$v=\d{1,3}\$[\w=,]{1,40}\$[\w+/]{8,90}\$[\w+/]{16,90})/,
    judge: () => 'certain',
  },
  {
    type: 'private-json-web-key',
    near: ['"kty"', '\\"kty\\"'],
    before: 1200,
    shape: /[\s\S]{0,1200}?\\?"[dk]\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9_-]{20,1200})\\?"/,
    judge: ({ secret }) => judgeDrawnToken(secret, 20),
  },
  {
    // `Login: ops / …` of a note. Words that are joined so are alternatives, so it has to look drawn.
    type: 'login-password',
    near: ['login:', 'logins:', 'credentials:', 'creds:', 'zugangsdaten:'],
    shape:
      /(?:logins?|credentials|creds|zugangsdaten):[*_]{0,2}[ \t]{0,4}[`"']?[\w.@+-]{1,60}[`"']?[ \t]{1,2}\/[ \t]{1,2}[`"']?(?<secret>[^\s`"'<>|]{10,100})/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 10),
  },
  {
    type: 'wallet-recovery-phrase',
    // BIP 39: 12 to 24 words of three to eight letters. Prose has shorter ones in between.
    near: ['mnemonic', 'seed phrase', 'seed_phrase', 'seedphrase', 'recovery phrase', 'recovery_phrase'],
    shape:
      /(?:mnemonic|(?:seed|recovery)[ _]?phrase)["'`]?\s{0,4}[:=]\s{0,4}["'`]?(?<secret>(?:[a-z]{3,8} ){11,23}[a-z]{3,8})/i,
    // The specification's own example says one word eleven times.
    judge: ({ secret }) => (new Set(secret.split(' ')).size > 8 ? 'likely' : undefined),
  },
  {
    type: 'aws-secret-access-key',
    vendor: 'AWS',
    // Beside its id: credentials files, CSV exports, two environment variables, a pasted pair.
    near: ['AKIA', 'ASIA'],
    shape:
      /A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])[^A-Za-z0-9+/]{1,6}(?:[\w .-]{0,40}[^A-Za-z0-9+/]{1,6}){0,3}?(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/,
    judge: ({ secret }) => judgeAwsSecret(secret),
  },
];
