import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const key = drawn(36, undefined, 131);
const uuid = ['22d58184', 'b97d', '44a5', 'bbaf', '0aa8b4000d81'].join('-');
const password = ['Harbor', '84!kWmZq3'].join('');
const chosen = ['harbor', '84'].join('');

describe('a string behind a name that is a string', () => {
  it.each([
    ['fields', 'a.py', "fields = ['id', 'password', 'last_login2']"],
    ['fields that have to be there', 'a.json', '{"required": ["username", "password", "oauth2_client"]}'],
    ['what is taken of a request', 'a.php', "$request->only(['email', 'password', 'oauth2_id'])"],
    ['what is left out', 'a.py', "EXCLUDE = {'password', 'sha256'}"],
    ['what is masked', 'a.toml', 'redact = ["password", "x-api-key2"]'],
    ['ways to log in', 'a.ts', 'expectMethods: ["password", "webauthn"],'],
    ['ways with a number', 'a.ts', "const methods = ['password', 'totp2']"],
    ['columns', 'a.ts', "order(['password', '-created_at2', '$oauth2Id'])"],
    [
      'names of secrets',
      'a.ts',
      "const secretNames = ['ci-db-password', 'ci-api-key-v3', 'ci-jwt-secret-2026']",
    ],
    ['kinds of keys', 'a.ts', 'const kinds = ["passphrase", "ed25519-key", "pbkdf2Params"];'],
    ['an encoding', 'a.ts', "const pin = Buffer.from('password', 'utf-8');"],
    ['an error', 'a.ts', "form.setFieldError('password', 'auth.errors.too_short_14')"],
    ['a label', 'a.ts', "t('password', 'v2.label')"],
    ['a type', 'a.ts', "useForm<'password', 'step2'>()"],
    ['another flag', 'a.go', 'run("--current-password", "--account", account)'],
    ['the id of a row', 'a.sql', `INSERT INTO m VALUES ('password', '${uuid}', true);`],
    [
      'tests that pass',
      'a.json',
      '{"PASS_TO_PASS": ["tests/test_nodes.py::StringTest::test_3k_as_string[@-input8]"]}',
    ],
  ])('is another of a list: %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });

  it.each([
    ['a pair', 'a.py', "x = dict([('password', '§')])", password],
    ['a list', 'a.ts', "['password', '§'],", password],
    ['a call', 'a.ts', "login('password', '§')", password],
    ['a key', 'a.ts', "['api_key', '§']", key],
    ['a row', 'a.sql', "INSERT INTO settings (key, value) VALUES ('password', '§');", password],
    ['a definition', 'a.php', "define('DB_PASSWORD', '§');", chosen],
    ['a property', 'a.java', 'props.setProperty("db.password", "§")', chosen],
    ['what stands in for a missing one', 'a.py', 'os.environ.get("DB_PASSWORD", "§")', chosen],
    ['an option', 'a.py', "parser.set('mail', 'password', '§')", chosen],
    ['arguments of a command', 'a.yml', 'args: ["--password", "§"]', chosen],
    ['several', 'a.json', '{"passwords": ["§"]}', password],
  ])('is its value: %s', (_, path, form, value) => {
    expect(
      found(
        form.replace('§', () => value),
        path,
      ),
    ).toEqual([[value, 'certain']]);
  });

  it.each([
    ['of a record', `Remove identity_credential ${uuid} first.`, []],
    ['of several', `remove identity_credential_identifiers ${uuid} - later`, []],
    ['that is a token', `The API token is ${uuid}.`, [[uuid, 'likely']]],
  ])('an id %s', (_, text, spans) => {
    expect(found(text, 'a.md')).toEqual(spans);
  });
});
