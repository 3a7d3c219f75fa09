import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { drawn } from './drawn.ts';

const key = drawn(32, undefined, 61);
const hex = drawn(32, '0123456789abcdef', 62);
const uuid = '********-****-4***-a***-************'.replace(/\*/g, (_, at: number) =>
  drawn(1, '0123456789abcdef', at),
);
const letters = drawn(9, 'qzvkwxjpf', 65);
const password = `${drawn(8, undefined, 63)}!x9`;

/** Ways to give a value to a name. `§` stands for the value. */
const FORMS = [
  'API_KEY=§',
  'export API_KEY="§"',
  'ENV API_KEY §',
  'api_key: §',
  "api_key: '§'",
  'api_key: >-\n  §',
  '{"apiKey": "§"}',
  '{\\"apiKey\\": \\"§\\"}',
  'apiKey = "§"',
  'const apiKey: string = "§";',
  'var apiKey string = "§"',
  'apiKey := "§"',
  '$api_key .= "§";',
  'API_KEY ?= §',
  '"api_key" => "§",',
  "define('API_KEY', '§');",
  'System.setProperty("api.key", "§");',
  'client.setApiKey("§")',
  'os.environ["API_KEY"] = "§"',
  'if (apiKey == "§") {',
  '<apiKey>§</apiKey>',
  '<apiKey>\n  §\n</apiKey>',
  '<add key="ApiKey" value="§"/>',
  '<key>api_key</key>\n<string>§</string>',
  '- name: API_KEY\n  value: §',
  '{"name": "API_KEY", "value": "§"}',
  '"apiKey": {\n  "value": "§"\n}',
  '| API key | `§` |',
  '| api_key | § |',
  '**API key**: §',
  'api key: §',
  'The API key is §.',
  'https://h/v1?api_key=§&page=2',
  'tool --api-key §',
  '2026-01-01 DEBUG using api_key=§',
  'Server=db;User=app;ApiKey=§;Timeout=30',
  'api_key = @"§";',
  'my.app.api-key = §',
  'api_key：§',
  '- API key： `§`。',
  'api_key：§，见附录',
  'variable "api_key" {\n  default = "§"\n}',
  'variable "api_key" {\n  description = "Of the API"\n  type        = string\n\n  default     = "§"\n}',
  'output "api_key" { value = "§" }',
  'Parameters:\n  ApiKey:\n    Type: String\n    NoEcho: true\n    Default: §',
];

/** A password in a command: whatever follows it, it is no variable. `§` stands for the value. */
const COMMANDS = [
  'PGPASSWORD=§ psql -h db',
  '$ MYSQL_PWD=§ mysqldump app',
  'wget --user=ops --password=§ https://h/x',
  'tool --db-password=§ run \\',
];

describe('named assignments', () => {
  it.each(FORMS.map((form) => [form]))('%s', (form) => {
    for (const value of [key, hex]) {
      const text = form.replace('§', () => value);
      const { spans } = findOwnSecrets(text, { path: 'notes.md' });
      expect(spans.map((span) => text.slice(span.start, span.end))).toEqual([value]);
    }
  });

  it.each([
    ['strong', 'client_secret', key, 'named-secret', 'certain'],
    ['strong, split by case', 'githubAccessToken', key, 'named-secret', 'certain'],
    ['strong, qualified', 'secret_key_prod', key, 'named-secret', 'certain'],
    ['strong, a UUID', 'api_token', uuid, 'named-secret', 'likely'],
    ['weak', 'key', key, 'named-key', 'likely'],
    ['a password', 'db_password', password, 'named-password', 'certain'],
    ['a password of letters', 'db_password', letters, 'named-password', 'likely'],
  ])('%s: %s', (_, name, value, type, certainty) => {
    const { spans } = findOwnSecrets(`${name} = "${value}"`, { path: 'notes.md' });
    expect(spans.map((span) => [span.type, span.certainty, span.told])).toEqual([[type, certainty, 'name']]);
  });

  it.each([
    ['a variable of code', 'password = user2password', 'app.py'],
    ['a call', 'password = derive2(key1)', 'app.js'],
    ['a member', 'token = response1.token2', 'app.js'],
  ])('is silent on %s', (_, text, path) => {
    expect(findOwnSecrets(text, { path }).spans).toEqual([]);
  });

  it.each(COMMANDS.map((form) => [form]))('%s', (form) => {
    // Digits and pairs of letters that stand in words too; letters alone, whose case turns.
    for (const [value, certainty] of [
      [`Co${'7'}deSta${'4'}gin`, 'certain'],
      [`jFXPy${'XnFhoNd'}`, 'likely'],
    ] as const) {
      const text = form.replace('§', () => value);
      const { spans } = findOwnSecrets(text, { path: 'notes.md' });
      expect(spans.map((span) => [text.slice(span.start, span.end), span.certainty])).toEqual([
        [value, certainty],
      ]);
    }
    for (const value of ['$PW', '<password>', 'changeme', 'PASSWORD', 'yourDbPassword', 'fromTheVault']) {
      expect(
        findOwnSecrets(
          form.replace('§', () => value),
          { path: 'notes.md' },
        ).spans,
      ).toEqual([]);
    }
  });

  it.each([
    [
      'of another block',
      `variable "db_password" {\n  type = string\n}\nvariable "x" {\n  default = "${key}"\n}`,
    ],
    ['of the next key', `password:\n  type: string\nother:\n  default: ${key}`],
    ['beside the name', `  password:\n  type: string\n  default: ${key}`],
    ['that is a reference', 'output "db_password" {\n  value = random_password.db1.result\n}'],
    ['that is a sentence', 'password：至少8个字符，包含1个数字'],
  ])('is silent on a value %s', (_, text) => {
    expect(findOwnSecrets(text, { path: 'notes.md' }).spans).toEqual([]);
  });

  it.each(
    [
      'Mot de passe : §',
      'mot_de_passe=§',
      'Contraseña: §',
      'Passwort: §',
      '密码：§',
      '密碼: §',
      'パスワード：§',
      '비밀번호: §',
    ].concat(['Пароль: `§`', '| パスワード | § |', '| 用户 | 密码 |\n| --- | --- |\n| ops | § |']),
  )('reads a name of another language: %j', (form) => {
    const text = form.replace('§', () => password);
    expect(
      findOwnSecrets(text, { path: 'a.md' }).spans.map(({ start, end }) => text.slice(start, end)),
    ).toEqual([password]);
    for (const value of ['********', 'oublié', '至少8个字符', '8文字以上', '123456', '<x>'])
      expect(
        findOwnSecrets(
          form.replace('§', () => value),
          { path: 'a.md' },
        ).spans,
      ).toEqual([]);
  });

  it('reads letters whose case turns in a sentence', () => {
    const value = `GxFsQC${'ZOzRGt'}`;
    for (const text of [`The password is ${value}.`, `The staging password is \`${value}\`.`])
      expect(findOwnSecrets(text, { path: 'a.md' }).spans.map((span) => [span.type, span.certainty])).toEqual(
        [['named-password', 'likely']],
      );
  });

  it('reads a bare password in a configuration, not in code', () => {
    const text = `db_password = ${drawn(9, 'hjkwxz2479', 64)}\n`;
    expect(findOwnSecrets(text, { path: 'app.ini' }).spans).toHaveLength(1);
    expect(findOwnSecrets(text, { path: 'app.py' }).spans).toHaveLength(0);
  });

  it.each([
    ['20260602T101500Z-slug-4711', []],
    ['20261119T101500Z-admit-local-model-88123', []],
    [`20260602T101500Z-${key}-4711`, ['named-password']],
    ['20260602T101500Z-slug', ['named-password']],
  ])('knows the name of a run that passed: %s', (run, types) => {
    for (const text of [`- pass: ${run}`, `no pass: ${run}, 3 of 4`, `Run pass: \`${run}\`.`])
      expect(findOwnSecrets(text, { path: 'a.md' }).spans.map(({ type }) => type)).toEqual(types);
  });

  it('skips lock files, whatever stands beside them', () => {
    const text = `api_key: ${key}`;
    expect(findOwnSecrets(text, { path: 'a/package-lock.json' }).spans).toEqual([]);
    expect(findOwnSecrets(text, { path: 'a/package-lock.json.md' }).spans).toHaveLength(1);
  });
});
