import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const password = ['Harbor', '84!kWmZq3'].join('');
const chosen = ['Harbor', '84'].join('');
const key = drawn(36, undefined, 141);

/** Under the name of a password each says which one, where it is kept, or what holds it. */
const REFERENCES = [
  ['an attribute of a page', 'a.ts', `const form = { password: 'input[name="password1"]' }`],
  ['an attribute with escapes', 'a.ts', String.raw`password: "[data-testid=\"password-2\"]",`],
  ['an element by its id', 'a.ts', "const form = { password: '#login-password-2' }"],
  ['an element by kind and id', 'a.py', 'PASSWORD = (By.CSS_SELECTOR, "input#password1")'],
  ['an element by its place', 'a.ts', "password: '.form2:nth-child(2)',"],
  ['a path of XPath', 'a.ts', `password: '//input[@id="password1"]',`],
  ['a way to locate', 'a.ts', 'password: "id=password1",'],
  ['a schema', 'a.yaml', 'password: "#/components/schemas/updateLoginMethod2"'],
  ['a schema of another file', 'a.yaml', 'password: ../common.yaml#/Password2'],
  ['an element of a map', 'a.tpl', ['"password": "$', '{passwords["api_v2"]}",'].join('')],
  ['a parameter', 'a.yaml', "password: '%env(key:database_password:json:file:SECRETS_FILE)%'"],
  ['what PHP adds', 'a.php', "'password' => '--password='.$connection['password'],"],
  ['what PHP asks for', 'a.php', "$io->writeln(['Password: '.$input->getArgument('password')]);"],
  ['a member of a class', 'a.php', 'ResetPassword::$createUrlCallback = null;'],
  ['what is put before another', 'a.ts', 'const invalidPassword = "invalid-" + gen.password()'],
  ['a call', 'a.md', 'It stored passwords as `md5($password)`, then as `bcrypt(md5($password))`.'],
  ['an address', 'a.go', 'u := newIdentityWithPassword("john-browser@doe.com")'],
  ['a version', 'a.md', '| method | since |\n| --- | --- |\n| password | v1.2.0 |\n'],
  ['a range of versions', 'a.json', '{"dependencies": {"password": "^1.2.0", "passwd": "~0.4.12-beta3"}}'],
  ['a package', 'a.json', '{"dependencies": {"password": "npm:@acme/password@2.1.0"}}'],
  ['a person', 'a.yaml', 'owners:\n  db_password: "@mira-n2"\n'],
  ['a person in a table', 'a.md', '| Secret | Owner |\n| --- | --- |\n| Password | @mira-n2 |\n'],
  ['a team', 'a.yaml', 'db_password: "@acme/sec-team2"'],
  ['a room', 'a.yaml', 'db_password: "#team-platform2"'],
  ['a store', 'a.env', 'PASSWORD=akv!db-pass-2'],
] as const;

/** Each begins, or goes on, as one of those does. */
const SECRETS = [
  ['a quote', 'a.ts', "const form = { password: '§' }", password],
  ['a number sign', 'a.ts', "const form = { password: '§' }", `#${chosen}`],
  ['a bracket', 'a.ts', "password: '§',", `[${password}`],
  ['two slashes', 'a.ts', "password: '§',", `//${password}`],
  ['a name and a sign', 'a.ts', 'password: "§",', `id=${password}`],
  ['a pointer', 'a.yaml', 'password: "§"', `#/${password}`],
  ['an at sign', 'a.yaml', 'password: "§"', `@${chosen}`],
  ['an at sign within', 'a.yaml', 'password: "§"', 'Harbor@84.Kiwi'],
  ['a version', 'a.yaml', 'password: "§"', `v1.${password}`],
  ['brackets', 'a.yaml', 'password: "§"', 'harbor(84)'],
  ['an exclamation mark', 'a.env', 'PASSWORD=§', 'harbor!84'],
  ['words and a sum', 'a.py', 'password = "§" + suffix', password],
  ['a string of PHP', 'a.php', "$io->writeln(['Password: §']);", password],
] as const;

describe('a reference', () => {
  it.each(REFERENCES)('is no secret: %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });

  it.each(SECRETS)('has a real neighbour: %s', (_, path, form, value) => {
    expect(
      found(
        form.replace('§', () => value),
        path,
      ).map(([secret]) => secret),
    ).toEqual([value]);
  });

  it('may be a drawn token that begins as one', () => {
    expect(found(`api_key: "#${key}"`, 'a.yaml')).toEqual([[`#${key}`, 'certain']]);
  });
});
