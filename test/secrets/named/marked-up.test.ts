import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const password = ['Harbor', '84%kWmZq3'].join('');
const starred = ['Harbor', '84*kWmZq3'].join('');
const key = drawn(36, undefined, 171);

/** What stands between a name and its value, or around the value. `§` stands for it. */
const FORMS = [
  ['a.md', 'Password: **§**'],
  ['a.md', 'Password: *§*'],
  ['a.md', 'Password: ***§***.'],
  ['a.md', 'Password: ~~§~~'],
  ['a.md', '**Password:** §'],
  ['a.md', '**Password:** **§**'],
  ['a.md', '- **Password**: *§*, since May'],
  ['a.md', 'The password is **§**.'],
  ['a.md', 'password → `§`'],
  ['a.md', 'Password: <kbd>§</kbd>'],
  ['a.rst', ':password: ``§``'],
  ['a.html', '<p><b>Password:</b> §</p>'],
  ['a.html', '<p><b>Password</b>: §</p>'],
  ['a.html', '<li><strong>Password:</strong> <code>§</code></li>'],
  ['a.html', '<p>Password: <code class="x">§</code></p>'],
  ['a.yaml', 'password: !!str §'],
  ['a.yaml', 'password: &pw §'],
  ['a.properties', 'db.password=\\\n  §'],
  ['a.c', 'static const char password[] = "§";'],
  ['a.c', 'char password[PASSWORD_LENGTH] = "§";'],
  ['a.h', '#define PASSWORD @"§"'],
  ['a.cpp', 'std::string password{"§"};'],
  ['a.py', 'password: str = Field(default="§")'],
  ['a.py', 'password: str = field(default="§", repr=False)'],
  ['a.sql', "DECLARE @password NVARCHAR(50) = '§';"],
  ['a.sql', "DECLARE @password AS NVARCHAR(max) = '§';"],
  ['a.sql', "c_password CONSTANT VARCHAR2(64) := '§';"],
] as const;

/** What else such signs stand around, or before. */
const HONEST = [
  ['a.md', 'Password: **required**'],
  ['a.md', 'Token: *the OAuth2 one*, see below'],
  ['a.md', 'password → OAuth2, token → JWT'],
  ['a.c', 'token = *next2 * *other2;'],
  ['a.yaml', 'password: *default_pass2'],
  ['a.yaml', 'password: &pw changeme'],
  ['a.html', '<p><b>Password:</b> <password></p>'],
  ['a.html', '<p><b>Password:</b> <input id="field-2"></p>'],
  ['a.html', '<b>Token:</b> <i>OAuth2</i>'],
  ['a.rst', ':password: ``your-password``'],
  ['a.properties', 'db.password=\\\n  $'.concat('{DB_PASSWORD1}')],
  ['a.c', 'char password[64] = "";'],
  ['a.sql', 'DECLARE @password NVARCHAR(50) = @other_password2;'],
  ['a.go', 'tok := Token{"ident2", 1}'],
  ['a.py', 'password: str = Field(default="changeme")'],
  ['a.py', 'token: str = Field(alias="X-Token2", default=None)'],
  ['a.ts', 'const secret = secrets[INDEX_2];'],
] as const;

describe('a value that is marked up', () => {
  it.each(FORMS)('in %s: %s', (path, form) => {
    expect(
      found(
        form.replace('§', () => password),
        path,
      ),
    ).toEqual([[password, 'certain']]);
    const ofToken = form.replace(/password/gi, (name) => (/^P/.test(name) ? 'API_KEY' : 'api_key'));
    expect(
      found(
        ofToken.replace('§', () => key),
        path,
      ).map(([secret]) => secret),
    ).toEqual([key]);
  });

  it('may hold the sign that is around it', () => {
    expect(found(`Password: *${starred}*`, 'a.md')).toEqual([[starred, 'certain']]);
    expect(found(`Password: **${starred}**`, 'a.md')).toEqual([[starred, 'certain']]);
  });

  it.each(HONEST)('is not what else is: %s %s', (path, text) => {
    expect(found(text, path)).toEqual([]);
  });
});
