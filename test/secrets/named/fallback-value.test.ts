import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const key = drawn(36, undefined, 71);
const password = ['Harbor', '84!kWmZq3'].join('');

/** `§` stands for a drawn key. */
const KEYS = [
  ['a.ts', 'const s = process.env.JWT_SECRET || "§";'],
  ['a.ts', 'const jwtSecret = process.env.JWT_SECRET ?? `§`;'],
  ['a.ts', 'const k =\n  process.env.API_KEY ||\n  "§";'],
  ['a.rb', 'key = ENV["API_KEY"] || "§"'],
  ['a.py', 'key = os.environ.get("API_KEY") or "§"'],
  ['a.py', 'SECRET_KEY = config.secret_key or "§"'],
  ['a.php', "$k = getenv('API_KEY') ?: '§';"],
  ['a.pl', 'my $k = $ENV{API_KEY} // "§";'],
  ['a.rs', 'let k = env::var("API_KEY").unwrap_or_else(|_| "§".into());'],
  ['a.scala', 'sys.env.get("API_KEY").getOrElse("§")'],
  ['a.sh', `T=${'$'}{API_TOKEN:-§}/x`],
] as const;

/** `§` stands for a password that a person made up. */
const PASSWORDS = [
  ['a.ts', 'const password = options.pw ?? "§";'],
  ['a.py', 'password = os.environ.get("PW") or "§"'],
  ['compose.yml', `DB: "${'$'}{DB_PASSWORD:-§}"`],
  ['a.yaml', 'password: {{ .Values.dbPassword | default "§" | b64enc }}'],
] as const;

describe('the value that is used where a named one is missing', () => {
  it.each(KEYS)('a key, %s: %s', (path, form) => {
    expect(
      found(
        form.replace('§', () => key),
        path,
      ),
    ).toEqual([[key, 'certain']]);
  });

  it.each(PASSWORDS)('a password, %s: %s', (path, form) => {
    expect(
      found(
        form.replace('§', () => password),
        path,
      ),
    ).toEqual([[password, 'certain']]);
  });

  it.each([
    ['nothing', 'a.ts', 'const s = process.env.JWT_SECRET || "";'],
    ['a placeholder', 'a.ts', 'const s = process.env.JWT_SECRET || "dev-secret";'],
    ['a variable', 'a.ts', 'const s = process.env.JWT_SECRET || defaultSecret2;'],
    ['another variable', 'a.sh', `T=${'$'}{API_TOKEN:-${'$'}OTHER_TOKEN2}`],
    ['a command', 'a.sh', `T=${'$'}{API_TOKEN:-$(cat /run/t1)}`],
    ['a path', 'a.sh', `P=${'$'}{PASSWORD_FILE:-/run/secrets/pw1}`],
    ['a sentence', 'a.md', 'The `password` or "user2name" is required.'],
    ['a comment', 'a.go', 'password := next() // "x1y2z3a" comes first'],
    ['a branch', 'a.ts', 'const t = password ? "yes1" : "no2";'],
  ])('is silent on %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });
});
