import { describe, expect, it } from 'vitest';
import { found } from '../found.ts';

const password = ['Harbor', '84%kWmZq3'].join('');

const FORMS = [
  'Credentials for the jump host: `mira` / `§`',
  'Credentials: mira / §.',
  'Login: admin / §',
  '**Login:** admin / §',
  'Login (staging): `admin` / `§`',
  'login: mira, §',
  'The credentials are `mira` and `§`.',
  'Log in. Credentials for staging: mira with password §',
  'Zugangsdaten: mira / §',
] as const;

const HONEST = [
  'Credentials for the jump host: `user` / `password`',
  'Login: admin / changeme',
  'Login: SSO / OAuth2',
  'Credentials: Vault / 1Password',
  'The credentials are stored, rotated and read by `vault-agent2`.',
  'login: email / Passkey2FA',
  'Credentials for the jump host: see `vault` / `kv2/hosts`',
  'Credentials: mira / <password1!A>',
  'It should keep credentials acme/Cloud#148',
  'Credentials: mira / $JUMP_PASSWORD1',
] as const;

describe('a login of user and password', () => {
  it.each(FORMS)('%s', (form) => {
    expect(
      found(
        form.replace('§', () => password),
        'notes.md',
      ),
    ).toEqual([[password, 'certain']]);
  });

  it.each(HONEST)('is none: %s', (text) => {
    expect(found(text, 'notes.md')).toEqual([]);
  });
});
