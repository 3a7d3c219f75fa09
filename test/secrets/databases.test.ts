import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const password = `Kra${'ken72'}!${drawn(4, undefined, 101)}9`;

function found(text: string): readonly (readonly [string, string])[] {
  return findOwnSecrets(text, { path: 'notes.md' }).spans.map((span) => [
    text.slice(span.start, span.end),
    span.certainty,
  ]);
}

/** Statements and commands that hold a password. `§` stands for it. */
const FORMS = [
  "INSERT INTO users (name, password) VALUES ('admin', '§');",
  "INSERT INTO `users` (`mail`, `user_pass`, `id`) VALUES ('b', NULL, 1), ('a@b.io', '§', 2);",
  "insert into app.users(id,password,mail)\nvalues\n  (1, '§', lower('A,(b@c.io')),\n  (2, null, 'x');",
  'run("INSERT INTO users (name, password) " +\n  "VALUES (\'admin\', \'§\')")',
  'COPY public.users (id, name, password) FROM stdin;\n1\tadmin\t§\n\\.\n',
  'COPY public.users (password, id) FROM stdin;\r\n\\N\t1\r\n§\t2\r\n\\.\r\n',
  "ALTER ROLE app WITH PASSWORD '§';",
  "CREATE USER app WITH ENCRYPTED PASSWORD '§';",
  "CREATE ROLE app LOGIN\n  PASSWORD '§' VALID UNTIL 'infinity';",
  'sqlplus -S app/§@//db.acme.io:1521/X @run.sql',
  'expdp userid=system/"§"@orcl directory=x',
  'sql.Open("mysql", "app:§@tcp(db.acme.io:3306)/x")',
  '$p = ConvertTo-SecureString "§" -AsPlainText -Force',
  "$c = (ConvertTo-SecureString -AsPlainText -Force -String '§')",
  '$s = "§" | ConvertTo-SecureString -AsPlainText -Force',
  'echo "root:§" | chpasswd',
  "RUN echo 'app:§' | sudo /usr/sbin/chpasswd",
  'chpasswd <<EOF\ndeploy:§\nEOF\n',
  'plink -ssh ops@h -pw § uptime',
  'lftp -u ops,§ sftp://h',
];

describe('passwords in statements and commands', () => {
  it.each(FORMS.map((form) => [form]))('%j', (form) => {
    expect(found(form.replace('§', () => password))).toEqual([[password, 'certain']]);
    for (const value of ['password', '<password>', '$PASSWORD1', 'changeme'])
      expect(found(form.replace('§', () => value))).toEqual([]);
  });

  it.each([
    ['parameters', 'INSERT INTO users (name, password) VALUES (?, $1), (:name, :password)'],
    ['no value', "INSERT INTO users (password, name) VALUES (NULL, 'Kraken72')"],
    ['another column', "INSERT INTO users (name, password) VALUES ('Kraken72', crypt('x', y))"],
    ['names in code', 'def copy(user, password): values("alpha", "bcd123ef")'],
    ['an empty line of a dump', 'COPY users (id, password) FROM stdin;\n\n1\tKraken72\n'],
    ['an encrypted string', 'ConvertTo-SecureString "76492d1116743f0423413b16050a" -Key $k'],
    ['a file of users', 'chpasswd < users1.txt'],
    ['a local database', 'app:secret12@tcp(localhost:3306)/x'],
    ['a notation', '[user[:password]@][net[(addr)]]/dbname, %s:%s@tcp(%s)/%s'],
    ['no connection', 'sqlplus /nolog\nsqlplus scott/tiger@orcl\nsqlplus $U/$P@db'],
    ['no password', 'CREATE ROLE app LOGIN PASSWORD NULL;'],
  ])('not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
