import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const key = drawn(36, undefined, 181);
const password = ['Harbor', '84%kWmZq3'].join('');

const FORMS = [
  '### API key\n\n`§`',
  '## Password\n§\n',
  'API key:\n`§`',
  'API key:\n\n    §',
  '**Password**:\n\n    §\n',
  '- API key\n  - `§`',
  '- Password:\n    - prod: `§`',
  'The password is:\n\n> §',
  'The password is:\n§',
  '1. Deploy token\n   `§`\n',
  '? api_key\n: §',
] as const;

const HONEST = [
  '### Password\n\nAt least 8 characters and 1 digit.',
  '### Password\n\n`min_length_8`',
  '### API key\n\n`your-api-key-1`',
  '### API key\n\n`$API_KEY_1`',
  '- API key\n  - `X-Api-Key2`\n  - `OAuth2`',
  `- API key\n- ${key}\n`,
  `- Add credentials\n  ([f7899a7](https://git.acme.io/c/${drawn(40, '0123456789abcdef', 183)}))\n`,
  'cookie:\n  - session-key-7f8a9b77-1\n  - session-key-7f8a9b77-2\n',
  'Password:\n\n- 12 signs\n- 1 digit',
  `### Token\n\n\`${drawn(40, '0123456789abcdef', 182)}\``,
  'Password:\nhttps://vault.acme.io/ui/Secrets2#Mail',
  'The token is:\n\n> eight8 letters',
  `They speak of a password\n${key}\n`,
] as const;

describe('a word below its name', () => {
  it.each(FORMS)('%s', (form) => {
    for (const value of /pass/i.test(form) ? [key, password] : [key])
      expect(
        found(
          form.replace('§', () => value),
          'notes.md',
        ),
      ).toEqual([[value, 'certain']]);
  });

  it.each(HONEST)('is none: %s', (text) => {
    expect(found(text, 'notes.md')).toEqual([]);
  });
});
