import type { Structure } from './structure.ts';
import { judgeArgument, judgeDrawnToken, judgeTelling } from './typed-secret.ts';

/** An argument before: a name, a literal, a call of few, an object. */
const ARGUMENT = String.raw`(?:[\w$.:\[\]>-]{1,60}(?:\([^()\r\n]{0,60}\))?|["'][^"'\r\n]{0,120}["']|\{[^{}\r\n]{0,120}\}|\[[^[\]\r\n]{0,120}\])`;
const COMMA = String.raw`\s{0,20},\s{0,20}`;
const LITERAL = String.raw`[bB]?["'\x60](?<secret>[^\s"'\x60$<>{}]{8,300})["'\x60]`;

/** Calls of which an argument is a secret, whatever it is named. */
export const CALLS: readonly Structure[] = [
  {
    // https://github.com/auth0/node-jsonwebtoken#usage, https://pyjwt.readthedocs.io/en/stable/usage.html
    type: 'signing-secret',
    near: ['jwt.sign(', 'jwt.verify(', 'jwt.encode(', 'jwt.decode('],
    shape: new RegExp(`jwt\\.(?:sign|verify|encode|decode)\\(\\s{0,20}${ARGUMENT}${COMMA}${LITERAL}`, 'i'),
    judge: ({ secret }) => judgeDrawnToken(secret),
  },
  {
    // https://nodejs.org/api/crypto.html#cryptocreatehmacalgorithm-key-options, Python's hmac and PHP's hash_hmac.
    type: 'signing-secret',
    near: ['createhmac(', 'hmac.new(', 'hash_hmac('],
    shape: new RegExp(
      `(?:createHmac\\(\\s{0,20}${ARGUMENT}${COMMA}|hmac\\.new\\(\\s{0,20}|hash_hmac\\(\\s{0,20}${ARGUMENT}${COMMA}${ARGUMENT}${COMMA})${LITERAL}`,
      'i',
    ),
    judge: ({ secret }) => judgeDrawnToken(secret),
  },
  {
    // https://expressjs.com/en/resources/middleware/cookie-parser.html, https://cryptography.io/en/latest/fernet/,
    // https://docs.rs/reqwest/latest/reqwest/struct.RequestBuilder.html
    type: 'signing-secret',
    near: ['cookieparser(', 'fernet(', '.bearer_auth('],
    shape: new RegExp(`(?:cookieParser|Fernet|\\.bearer_auth)\\(\\s{0,20}${LITERAL}`),
    judge: ({ secret }) => judgeDrawnToken(secret),
  },
  {
    // A user, and its password. https://requests.readthedocs.io/en/latest/user/authentication/, Go's net/http, Rust's
    // reqwest, .NET's NetworkCredential.
    type: 'basic-credentials',
    near: ['auth=(', 'basicauth(', 'basic_auth(', 'networkcredential('],
    shape: new RegExp(
      `(?:auth=|basic_?auth|NetworkCredential)\\(\\s{0,20}${ARGUMENT}${COMMA}(?:Some\\()?${LITERAL}\\)?\\s{0,20}[,)]`,
      'i',
    ),
    judge: ({ secret }) => judgeTelling(secret),
  },
  {
    // https://www.php.net/manual/en/pdo.construct.php, https://www.php.net/manual/en/mysqli.construct.php,
    // https://metacpan.org/pod/DBI#connect, JDBC's DriverManager.
    type: 'database-password',
    near: [
      'new pdo(',
      'new \\pdo(',
      'new mysqli(',
      'mysqli_connect(',
      'dbi->connect(',
      'drivermanager.getconnection(',
    ],
    shape: new RegExp(
      `(?:new \\\\?(?:PDO|mysqli)|mysqli_connect|DBI->connect|DriverManager\\.getConnection)\\(\\s{0,20}${ARGUMENT}${COMMA}${ARGUMENT}${COMMA}${LITERAL}`,
      'i',
    ),
    judge: ({ secret }) => judgeTelling(secret) ?? (/\d/.test(secret) ? judgeArgument(secret) : undefined),
  },
  {
    // https://www.scala-sbt.org/1.x/docs/Publishing.html#Credentials: realm, host, user, password.
    type: 'registry-login-password',
    vendor: 'sbt',
    near: ['credentials('],
    shape: new RegExp(`Credentials\\(\\s{0,20}(?:${ARGUMENT}${COMMA}){3}${LITERAL}`),
    judge: ({ secret }) => judgeTelling(secret),
  },
];
