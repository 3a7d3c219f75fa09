import type { Structure } from './structure.ts';
import { judgeArgument, judgeDrawnToken } from './typed-secret.ts';

const LOCAL = /^(?:\/|localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal)/i;

/** Passwords in the statements, the clients and the connection strings of databases. */
export const DATABASES: readonly Structure[] = [
  {
    type: 'sql-password',
    near: ['identified by', 'identified with'],
    shape:
      /identified (?:with \w{1,40} )?by[ \t]{1,4}(?:password[ \t]{1,4})?\\?["'](?<secret>[^\s"'`<>]{3,200})["']/i,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // `ALTER ROLE app WITH LOGIN PASSWORD '…'`, and Oracle's `CREATE USER app IDENTIFIED BY …` without quotes.
    // https://www.postgresql.org/docs/current/sql-createrole.html
    type: 'sql-password',
    near: ['alter', 'create'].flatMap((verb) =>
      ['role', 'user', 'login'].map((object) => `${verb} ${object} `),
    ),
    shape:
      /(?:alter|create) (?:role|user|login) [^;']{1,160}?(?:\s(?:encrypted |unencrypted )?password\s{1,4}(?:=\s{0,4})?[EN]?\\?'|\sidentified by )(?<secret>[^\s"'`<>;\\]{3,200})/i,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // `user/password@connect_identifier`. https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/starting-SQL-Plus.html
    type: 'database-client-password',
    vendor: 'Oracle',
    near: ['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman target'],
    shape:
      /(?:sqlplus|sqlldr|expdp|impdp|rman target)(?:\.exe)?[ \t]{1,4}(?:-[^\s|;&]{1,20}[ \t]{1,4}(?:\d[\d.]{0,8}[ \t]{1,4})?){0,4}(?:userid=)?["']?[\w$#.-]{1,60}\/\\?"?(?<secret>[^\s"'`<>|/@]{3,100})\\?"?@/i,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // `user:password@tcp(host:3306)/name` of Go's driver. https://github.com/go-sql-driver/mysql#dsn-data-source-name
    type: 'connection-string-password',
    near: ['@tcp(', '@tcp6(', '@unix('],
    shape:
      /(?<=(?<![\w.%-])[\w.-]{1,60}:(?<secret>[^\s"'`]{3,100}))@(?:tcp6?|unix)\((?<host>[^\s()]{1,100})\)/i,
    judge: ({ secret, host = '' }) =>
      LOCAL.test(host) ? judgeDrawnToken(secret, 12) : judgeArgument(secret),
  },
];
