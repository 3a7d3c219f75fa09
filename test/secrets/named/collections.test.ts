import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const HEX = '0123456789abcdef';
const key = drawn(36, undefined, 81);
const other = drawn(36, undefined, 82);
const digest = drawn(32, HEX, 83);
const password = ['Harbor', '84!kWmZq3'].join('');

/** `§` stands for one drawn key, `¤` for another. */
const KEYS = [
  ['a.yml', 'unseal_keys_b64:\n  - §\n'],
  ['a.yml', 'api_keys:\n- §\n- ¤\nother: x\n'],
  ['a.yml', 'api_keys: # of both\n\n  - §\n  - "¤"\n'],
  ['a.yml', 'tokens: [§, "¤"]\n'],
  ['a.yml', 'access_tokens: {ci: §, dev: ¤}\n'],
  ['a.yml', 'secrets:\n  stripe: § # live\n  more:\n    x: y\n  mail: ¤\n'],
  ['a.yml', '+  api_keys:\n+    ci: §\n'],
  ['a.yml', '# api_keys:\n#   ci: §\n'],
  ['a.yml', 'X-Api-Key:\n  - §\n'],
  ['a.json', '{"apiKeys": ["§"]}'],
  ['a.json', '{\n  "secrets": {\n    "stripe": "§",\n    "x": {"y": 1},\n    "mail": "¤"\n  }\n}\n'],
  ['a.json', '{\\"apiKeys\\": [\\"§\\"]}'],
  ['a.toml', '[app.secrets]\nstripe = "§"\n\n# next\nmail = "¤"\n[x]\n'],
  ['a.env', 'API_KEYS=§,¤\n'],
  ['a.md', 'Our API keys:\n\n- `§`\n- ¤\n'],
  ['a.ts', 'const apiKeys: string[] = ["§"];'],
  ['a.go', 'tokens := map[string]string{\n\t"ci": "§",\n}'],
  ['a.java', 'List<String> tokens = List.of("§", "¤");'],
  ['a.cs', 'var tokens = new List<string> { "§" };'],
  ['a.rs', 'let tokens = vec!["§".to_string()];'],
  ['a.php', "$api_keys = array('x' => '§');"],
  ['a.py', "secrets['stripe'] = '§'"],
  ['a.sh', 'API_KEYS=("§" "¤")'],
] as const;

const PASSWORDS = [
  ['a.yml', 'passwords:\n  admin: §\n'],
  ['a.yml', 'credentials:\n  user: "§"\n'],
  ['a.ini', '[passwords]\nadmin = §\n'],
  ['a.json', '{"passwords": {"admin": "§"}}'],
  ['a.md', '* **Passwords**:\n  * admin: `§`\n'],
] as const;

const HONEST = [
  ['names', 'a.yml', 'secrets:\n  - db-credentials\n  - tls-cert-2026\n'],
  [
    'names of mounts',
    'a.yml',
    'secrets:\n  - source: my_secret1\n    target: redis_secret2\n    uid: "103"\n',
  ],
  ['what is inherited', 'a.yml', 'secrets: inherit\n'],
  ['files', 'a.yml', 'secrets:\n  db_password:\n    file: ./x1/db_password.txt\n'],
  ['templates', 'a.yml', `secrets:\n  token: ${'$'}{{ secrets.NPM_TOKEN_2 }}\n`],
  ['inputs of a workflow', 'a.yml', 'secrets:\n  API_KEY:\n    required: true\n    description: Key2\n'],
  [
    'places',
    'a.yml',
    'secrets:\n  a: vault:kv/app1#key\n  b: /run/secrets/pw1\n  c: https://v.dev/a1\n  d: DB_PW_1\n',
  ],
  ['references', 'a.tf', 'secrets = {\n  db = aws_secretsmanager_secret.db1.arn\n  api = var.api_key2\n}\n'],
  ['a schema', 'a.json', '{"passwords":{"type":"array","pattern":"^[A-Za-z0-9]{8,64}$","items":{"x":1}}}'],
  [
    'rules',
    'a.yml',
    'passwords:\n  minimum: 12chars\n  algorithm: PBKDF2WithHmacSHA256\n  policy: Min12Upper1!x\n',
  ],
  ['rules for one', 'a.php', "'password' => ['required', 'string', 'min:8', 'confirmed'],"],
  ['a description of one', 'a.yml', `password:\n  hint: ${['Harbor', '84!kWmZq3'].join('')}\n`],
  ['words of a language', 'a.json', '{"tokens":["the2","##ing2","<pad1>"],"token_ids":[1,2]}'],
  ['a contract', 'a.json', `{"tokens":["0x${drawn(40, HEX, 84)}"]}`],
  ['keys of a map', 'a.json', `{"keys":["${digest}"],"cache_keys":["${digest}"]}`],
  ['variables', 'a.ts', 'const tokens = [tokenA1, lexer.next3(), kQ7xW2mZ9pL4vB8nT6rY1];'],
  ['parts of one', 'a.ts', `const token = ['x', '${drawn(20, undefined, 85)}'].join('');`],
  ['a class of signs', 'a.txt', 'arn:(x|):secret:[a-zA-Z0-9!/_+=.@-]{1,512}'],
  ['arguments', 'a.py', `tokens = split("${drawn(20, undefined, 86)}")`],
  ['placeholders', 'a.yml', 'api_keys:\n  - REDACTED\n  - <your-key>\n  - xxxxxxxxxxxxxxxxxxxxxxxx\n'],
  ['sealed values', 'a.yml', `kind: SealedSecret\nencryptedData:\n  secrets:\n    a: ${key}\n`],
] as const;

describe('lists and maps of secrets', () => {
  it.each(KEYS)('of keys, %s: %s', (path, form) => {
    const text = form.replace('§', () => key).replace('¤', () => other);
    const expected = form.includes('¤') ? [key, other] : [key];
    expect(found(text, path)).toEqual(expected.map((value) => [value, 'certain']));
  });

  it.each(PASSWORDS)('of passwords, %s: %s', (path, form) => {
    const text = form.replace('§', () => password);
    expect(found(text, path)).toEqual([[password, 'certain']]);
  });

  it.each(HONEST)('are silent on %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });
});
