import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const key = drawn(36, undefined, 91);
const sha1 = drawn(40, '0123456789abcdef', 92);
const password = ['Harbor', '84!kWmZq3'].join('');

const find = (text: string) => found(text, 'notes.md');

describe('secrets in sentences', () => {
  it.each([
    'The password is §.',
    'The password is: `§`',
    'The password for the replica is `§`.',
    'The password of the staging database is §.',
    'The password for the\n> replica is §.',
    'The password on db1.acme.io is still "§".',
    'Password (prod): `§`',
    'Password for prod: §',
    'We set the root password to § in May.',
    'Log in as admin with password §.',
    'Use the admin password § for it.',
    'Admin password changed to § yesterday.',
    'Das Passwort lautet §.',
    'Das Passwort für die Datenbank lautet: §',
    'Le mot de passe est : `§`',
    'La contraseña para el servidor es: §',
    'La password è §',
    'Hasło: §',
    'Heslo je §',
    'Şifre: §',
    'Пароль от базы: §',
  ])('a password: %s', (form) => {
    expect(find(form.replace('§', () => password))).toEqual([[password, 'certain']]);
  });

  it.each([
    'The API key is §',
    'The API key is\n`§`.',
    'The API key for staging is §',
    'API key (staging): §',
    'The API token of the bot = §',
    'The client secret used by the gateway is §.',
    'The token for staging has been set to §.',
  ])('a key: %s', (form) => {
    expect(find(form.replace('§', () => key))).toEqual([[key, 'certain']]);
  });

  it('may be weakly told', () => {
    const weak = ['harbor', '84k'].join('');
    expect(find(`The password is "${weak}".`)).toEqual([[weak, 'likely']]);
    expect(find(`The API token is ${sha1}.`)).toEqual([[sha1, 'likely']]);
  });

  it.each([
    'The password for the replica is in 1Password (item DB-1234).',
    'The password of the database is stored in vault path kv/db1.',
    'Password for prod: 12 characters, 1 digit',
    'Password (min 8): required',
    'API key (v2): see OPS-1234',
    'The password is PBKDF2-SHA256 hashed.',
    'The credentials are Base64URL-encoded there.',
    'The password for Node.js v20.11.1 is UTF-8.',
    'The token for this is max_tokens=4096.',
    'Use password-less login; use the password manager 1Password8.',
    'Log in as admin with password "correct-horse-1".',
    `The API key for staging is ${'$'}{STAGING_API_KEY_2}.`,
    'The password for root is `changeme1`.',
    'Le mot de passe est obligatoire (v2).',
    'import password "github.com/acme/x2/generators/v1/password"',
  ])('is silent on %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
