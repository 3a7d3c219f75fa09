import type { Structure } from './structure.ts';
import { judgeTelling } from './typed-secret.ts';

/** https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS */
const KEYWORD =
  '(?:host|hostaddr|port|dbname|user|sslmode|sslrootcert|application_name|connect_timeout|target_session_attrs|options)';

const judge: Structure['judge'] = ({ secret }) => judgeTelling(secret);

/** Passwords that more words follow, where a bare word may be a variable or begin a sentence. */
export const AMONG_WORDS: readonly Structure[] = [
  {
    // `svn co --password … https://…`
    type: 'flag-password',
    near: ['--password ', '--passphrase ', '--passwd ', '--pass ', '-password '],
    shape: /--?pass(?:word|phrase|wd)?[ \t]{1,4}(?<secret>[^\s"'`<>()[\]{},;$%|&\\]{8,100})(?=[ \t]{1,4}\S)/i,
    judge,
  },
  {
    // `host=db user=app password=… dbname=x`
    type: 'connection-string-password',
    vendor: 'PostgreSQL',
    near: ['password='],
    shape: new RegExp(
      `(?:password=(?=[^\\s"'=]{8,100}[ \\t]{1,4}${KEYWORD}=)|(?<=(?<![\\w.-])${KEYWORD}=[^\\s"'=]{0,100}[ \\t]{1,4})password=)(?<secret>[^\\s"'\`<>(){}$%;,\\\\]{8,100})`,
    ),
    judge,
  },
  {
    // A remark of code, a dump or a query.
    type: 'remarked-password',
    near: ['--', '#', '//'].flatMap((sign) => [`${sign} password:`, `${sign} pass:`, `${sign} pw:`]),
    shape:
      /(?:--|#|\/\/) (?:password|pass|pw):[ \t]{1,4}["'`]?(?<secret>[^\s"'`<>(){}$,;]{8,100})["'`]?(?=[ \t]{0,8}(?:[\r\n]|$))/i,
    judge,
  },
];
