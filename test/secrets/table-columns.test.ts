import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const token = drawn(32, undefined, 91);
const hex = drawn(32, '0123456789abcdef', 92);

function found(text: string, path = 'notes.md'): readonly string[] {
  return findOwnSecrets(text, { path }).spans.map(({ start, end }) => text.slice(start, end));
}

/** The name heads a column. `§` stands for the value. */
const TABLES = [
  '| host | user | password |\n| --- | --- | --- |\n| db1 | ops | § |\n',
  '| password | host |\r\n|:--|--:|\r\n| `§` | db1 |\r\n',
  'host | API key\n--- | ---\nh1 | **§**',
  '> | service | api_key |\n> | --- | --- |\n> | x | § |',
  ' name | secret\n------+----------\n ops  | §\n(1 row)\n',
  '+------+--------+\n| user | secret |\n+------+--------+\n| ops  | § |\n+------+--------+\n',
  '| user | Password (initial) |\n| --- | --- |\n| a | changeme |\n| b | § |',
  '# Logins\n\nuser,password\nops,§\n',
  '"user";"password";"host"\n"ops";"§";"db1"\n',
  '```\nhost\tuser\ttoken\ndb1\tops\t§\n```\n',
];

describe('a column of secrets', () => {
  it.each(TABLES.map((table) => [table]))('is read: %j', (table) => {
    for (const value of [token, hex]) expect(found(table.replace('§', () => value))).toEqual([value]);
    for (const value of [
      'changeme',
      '<password>',
      '$PW',
      'xxxxxxxx',
      'required',
      'SCRAM-SHA-256',
      'alice123',
      '12',
    ])
      expect(found(table.replace('§', () => value))).toEqual([]);
  });

  it('is each column of a table that has several', () => {
    const row = (a: string, b: string) => `| x | ${a} | ${b} |\n`;
    const text = `${row('password', 'token')}| --- | --- | --- |\n${row(hex, token)}${row(token, hex)}`;
    expect(found(text)).toEqual([hex, token, token, hex]);
  });

  it.each([
    [
      'the next table',
      `| x | password |\n| --- | --- |\n| a | b |\n\n| x | run |\n| --- | --- |\n| a | ${token} |`,
    ],
    ['a column beside it', `| password | run |\n| --- | --- |\n| yes | ${token} |`],
    ['a row without such a column', `| x | y | password |\n| --- | --- | --- |\n| a | ${token} |`],
    ['a name among other words', `| x | token usage |\n| --- | --- |\n| a | ${token} |`],
    ['lines that are no table', `| x | password |\n| a | ${token} |`],
    ['a list below a line of prose', `Enter these:\nuser, password\nops,${token}`],
    ['lines of another number of values', `user,password\n${token},a,b\n`],
    ['a key of a map', `| key | value |\n| --- | --- |\n| ${hex} | 1 |`],
  ])('is not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is no list of arguments', () => {
    expect(found(`user,password\nops,${token}\n`, 'a.csv')).toEqual([token]);
    expect(found(`user,password\nops,${token}\n`, 'a.py')).toEqual([]);
  });

  it('is a warning where a person may have made the value up', () => {
    const certainty = (value: string) =>
      findOwnSecrets(TABLES[0]!.replace('§', value), { path: 'a.md' }).spans.map((span) => span.certainty);
    expect(certainty(token)).toEqual(['certain']);
    expect(certainty(`Summer${'House'}2024`)).toEqual(['likely']);
  });
});
