import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const madeUp = `Kraken${drawn(2, '23456789', 461)}*${drawn(6, undefined, 462)}`;
const plain = `Falke742${drawn(2, 'JKLMNPQ', 463)}f8ex`;

describe('a password that more words follow', () => {
  it.each([
    ['svn co --username kim --password ', plain, ' https://svn.acme.io/x'],
    ['gpg --batch --passphrase ', plain, ' -d x.gpg'],
    ['psycopg2.connect("dbname=x user=app password=', madeUp, ' host=db.acme.io")'],
    ["CREATE SUBSCRIPTION s CONNECTION 'host=db user=repl password=", 'London2024+', "' PUBLICATION p;"],
    ['dsn := "host=db user=app password=', plain, ' dbname=x port=5432"'],
    ['conninfo "password=', plain, ' host=db"'],
    ['-- password: ', plain, '\n'],
    ['# password: ', plain, '\n'],
    ['// password: `', plain, '`\n'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.sql')).toEqual([[secret, 'certain']]);
  });

  it.each([
    'dsn := "host=db user=app password=" + pw + " dbname=x port=5432"',
    'fmt.Sprintf("host=%s user=%s password=%s dbname=x", h, u, p)',
    'host=localhost user=app password=secret2 dbname=x',
    'Use --password FILE2 to read it, --password stdin2 is not supported',
    'svn co --username kim --password MYPASSWORD1 https://svn',
    'tool --password oldPass2word new',
    '-- password: varchar2 column\n-- password: hashPassword2\n',
    '# password: str2\n// password: user_password2\n',
    '# password: Argon2id\n',
  ])('is none: %s', (text) => expect(found(text, 'a.sql')).toEqual([]));
});
