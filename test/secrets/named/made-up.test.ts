import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../../src/secrets/find-own-secrets.ts';

const signs = ['%', '!', '*', '^', '#', '$', '@', '&'];
const madeUp = signs.map((sign, at) => ['Kra', `ken7${at}`, sign, 'Bg1ZM3'].join(''));

function found(text: string, path: string): readonly string[] {
  return findOwnSecrets(text, { path }).spans.map(({ start, end }) => text.slice(start, end));
}

/** Names of passwords, and of secrets that programs use. `§` stands for the value. */
const FORMS = [
  ['.env', 'DB_PW=§'],
  ['.yaml', 'root_pw: "§"'],
  ['.json', '{"adminPw":"§"}'],
  ['.ts', 'const pw = "§";'],
  ['.conf', 'psk=§'],
  ['.env', 'WIFI_PSK=§'],
  ['.conf', 'bindpw §'],
  ['.ini', 'rootpw = §'],
  ['.env', 'SECRET_KEY=§'],
  ['.env', "JWT_SECRET='§'"],
  ['.yaml', 'radius:\n  secret: "§"'],
  ['.ts', 'session({ secret: "§" })'],
  ['.ini', '[100]\ntoken=§'],
] as const;

/** What else stands there. */
const HONEST = [
  ['.md', 'The upward trend is pw: 25 pW.'],
  ['.ts', 'import { pw } from "./pw1.ts"; const pw = await import("playwright");'],
  ['.go', 'tests := []struct{pw string}{{pw: "l3f9to"}}'],
  ['.sh', ['VARS[LDAP_BIND_', 'PW]="$', '{LDAP_BIND_', 'PW:=}"'].join('')],
  ['.png', ['\u0093\u0004 p', 'w=Kra7\u0010!Bg1ZM3'].join('')],
  ['.py', 'pw = pw_client2.start()'],
  ['.conf', 'key_mgmt=WPA-PSK\nauthby=psk\n'],
  ['.conf', 'the bindpw option2 is new'],
  ['.conf', 'bindpw <password>'],
  ['.yaml', 'token: "Prefix1$suffix"'],
  ['.yaml', 'secret: "docs/API.md#Token1Kind"'],
  ['.yaml', 'secret: "Service1@main.Branch"'],
  ['.yaml', 'secret: "Acme%20Token%201"'],
  ['.json', '{"token": "Token%1$@Value"}'],
  ['.ts', 'const token = "^Token1.*End";'],
  ['.ts', 'const token = Prefix1 * Factor2;'],
  ['.yaml', 'token: "Map1<Key&Value>"'],
  ['.yaml', 'secret: "Kim.Novak1@Acme.example.com"'],
] as const;

describe('what a person made up', () => {
  it.each(FORMS)('in a file %s: %s', (ending, form) => {
    for (const value of madeUp.slice(0, 4))
      expect(
        found(
          form.replace('§', () => value),
          `a${ending}`,
        ),
      ).toEqual([value]);
  });

  it.each(madeUp)('has any sign: %s', (value) => {
    expect(found(`client_secret: "${value}"`, 'a.yaml')).toEqual([value]);
  });

  it.each(HONEST)('is not what else stands there: %s %s', (ending, text) => {
    expect(found(text, `a${ending}`)).toEqual([]);
  });
});
