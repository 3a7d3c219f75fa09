import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const hex = drawn(64, '0123456789abcdef', 151);
const key = drawn(32, undefined, 152);

describe('the result of a call', () => {
  it.each([
    ['a signature', 'a.ts', ` * - computeHMACSignature('', 'test_secret') => '${hex}'`],
    ['a signature that is compared', 'a.py', `assert sign('', 'test_secret') == '${hex}'`],
    ['a digest', 'a.md', `\`sha256("password")\` = \`${hex}\``],
    ['what another call makes', 'a.go', `// Sum(msg, secret) == "${hex}"`],
  ])('is no secret: %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });

  it.each([
    ['a name alone', 'a.ts', "* - secret => '§'"],
    ['a comparison', 'a.py', "secret == '§'"],
    ['what a request has', 'a.py', 'if request.headers.get("X-Api-Token") == "§":'],
    ['what a file has', 'a.py', "if config.get('db', 'api_token') == '§':"],
    ['the environment', 'a.vb', 'Environ("API_SECRET") = "§"'],
  ])('has a real neighbour: %s', (_, path, form) => {
    expect(
      found(
        form.replace('§', () => key),
        path,
      ),
    ).toEqual([[key, 'certain']]);
  });
});

describe('a member', () => {
  it.each([
    ['Go', 'a.go', '\tCredentialsConfig:   credsOIDC2FA.Config,'],
    ['TypeScript', 'a.ts', '  apiSecret: creds2FA.config,'],
    ['TypeScript, where there may be none', 'a.ts', '  clientSecret: creds2FA?.oauth2Secret,'],
    ['Python', 'a.py', '    client_secret=oidc2fa.config,'],
    ['Java', 'a.java', '    this.apiSecret = oauth2B2BCfg.secret2;'],
  ])('is no secret in %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });

  it.each([
    ['in quotes', 'a.ts', '  token: "§",', `${key}.config`],
    ['of drawn parts', 'a.go', '// token: §', `${key}.${drawn(12, undefined, 153)}`],
    ['where no variable stands', 'a.sh', 'API_TOKEN=§', `${key}.${drawn(12, undefined, 154)}`],
  ])('may be a token: %s', (_, path, form, value) => {
    expect(
      found(
        form.replace('§', () => value),
        path,
      ),
    ).toEqual([[value, 'certain']]);
  });
});
