import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../../src/secrets/find-own-secrets.ts';
import { drawn } from '../drawn.ts';

const token = drawn(32, undefined, 121);
const password = `Kra${'ken72'}!${drawn(4, undefined, 122)}9`;

function found(text: string, path = 'notes.md'): readonly string[] {
  return findOwnSecrets(text, { path }).spans.map(({ start, end }) => text.slice(start, end));
}

/** The name heads a column, stands beside the value or is defined by it. `§` stands for the value. */
const FORMS = [
  '<table><tr><th>User</th><th>Password</th></tr>\n<tr><td>admin</td><td>§</td></tr></table>',
  '<table>\n<thead>\n<tr><th scope="col">Password</th>\n<th>Host</th></tr>\n</thead>\n<tr><td>x y</td><td>b</td></tr>\n<tr>\n<td><code>§</code></td>\n<td>h</td></tr></table>',
  '<table><tr><td>User</td><td>Password</td></tr><tr><td>a</td><td>§</td></tr></table>',
  '<tr><td>Password</td><td>§</td></tr>',
  '<tr><th>Password:</th><td><code>§</code></td></tr>',
  '<dl>\n  <dt><b>Admin password</b></dt>\n  <dd class="x">\n    §\n  </dd>\n</dl>',
  '======  =================\nUser    Password\n======  =================\nadmin   §\n======  =================\n',
  `${'='.repeat(34)}  ====\nPassword${' '.repeat(28)}Host\n${'='.repeat(34)}  ====\n§  h\n${'='.repeat(34)}  ====\n`,
  '+-------+-----------+\n| User  | Password  |\n+=======+===========+\n| admin | § |\n+-------+-----------+\n',
  '.. list-table::\n\n   * - Password\n     - §\n   * - x\n     - y\n',
  '.. list-table::\n\n   * - Host\n     - h1\n   * - Admin password\n     - §\n',
  'Admin password\n    §\n\nMore.',
  'Password\n: §\n',
  '|===\n|User |Password\n\n|admin |§\n|===\n',
  '[options="header"]\n|===\n|User |Password | Host\n\n|admin\n|`§`\n|h1\n|===\n',
  'Password:: §\n',
  'Admin password::\n  §\n',
  '{| class="wikitable"\n! User !! Password\n|-\n| admin || §\n|}\n',
  '{|\n! User\n! Password\n|-\n| admin\n| §\n|}\n',
  '||User||Password||\n|admin|§|\n',
  'User & Password \\\\\n\\hline\nadmin & § \\\\\n\\end{tabular}\n',
] as const;

describe('tables and definitions of other markup', () => {
  it.each(FORMS.map((form) => [form]))('%j', (form) => {
    for (const value of [token, password])
      expect(found(form.replace('§', () => value.padEnd(form.includes('Host\n==') ? 34 : 0)))).toEqual([
        value,
      ]);
    for (const value of ['changeme', 'required', '8-64', 'SCRAM-SHA-256', 'string', '********'])
      expect(found(form.replace('§', () => value))).toEqual([]);
  });

  it.each([
    [
      'another column of HTML',
      `<table><tr><th>Password</th><th>Run</th></tr><tr><td>x</td><td>${token}</td></tr></table>`,
    ],
    [
      'below a row',
      `<table><tr><td>a</td></tr><tr><td>token</td><td>x</td></tr><tr><td>${token}</td></tr></table>`,
    ],
    ['another table', `<table><tr><th>Token</th></tr></table><table><tr><td>${token}</td></tr></table>`],
    ['a sentence in a cell', `<dt>token</dt><dd>The token, ${token} or so</dd>`],
    ['a paragraph', `<p>password</p><p>${token}</p>`],
    ['a heading', `Password\n========\n\n${token}\n`],
    ['another column', `======== ====\nPassword Run\n======== ====\nno       ${token}\n======== ====\n`],
    [
      'another table of AsciiDoc',
      `|===\n|User |Password\n\n|a |min. 8\n|===\n\n|===\n|x |y\n\n|a |${token}\n|===\n`,
    ],
    ['a list', `- password\n- ${token}\n`],
    ['a condition', 'Password\n: at least 8 characters\n'],
    ['a line of code', 'pass\n    else:\n'],
    ['a table that does not end', `|===\n|User |Password\n\na paragraph\n${token}`],
  ])('not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('reads no definitions in code', () => {
    expect(found(`password\n    ${password}\n`, 'a.py')).toEqual([]);
  });

  it('reads hostile text once', () => {
    for (const part of [
      '<tr><th>password</th>',
      '!password\n',
      'password & x \\\\\n',
      '|===\n|password|\n',
      '* - password\n',
    ])
      expect(found(part.repeat(200_000 / part.length))).toEqual([]);
  });
});
