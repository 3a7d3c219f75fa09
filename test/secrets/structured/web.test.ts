import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const password = drawn(24, undefined, 341);
const capitals = drawn(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 342);

describe('credentials in a URL', () => {
  it.each([
    'gmail+smtp://USERNAME:APP-PASSWORD@default',
    'mailgun+https://KEY:DOMAIN@default',
    'chat://API_KEY:API_SECRET:ACCESS_TOKEN:ACCESS_SECRET@default',
    'smtp://KEY:DOMAIN@smtp.eu.mailgun.org.com:25',
    'https://USER1:PASS1@proxy.acme.io:8080',
    'ntlm://DOMAIN:LOGIN@proxy',
    '"https://user:malformed-secret@[invalid"',
    'https://user:broken-url-2@[HOST]/x',
  ])('are words for them, or no URL: %s', (text) => expect(found(text, 'a.md')).toEqual([]));

  it.each([
    ['smtp://USERNAME:', password, '@default'],
    ['mailgun+https://KEY:', password, '@default'],
    ['postgres://SYSTEM:', capitals, '@db.acme.io/app'],
    ['postgres://app:', 'SOMMERNACHT', '@db.acme.io/app'],
    ['https://user:', password, '@[HOST]/x'],
    ['https://user:', password, '@[::1]:8443/x'],
    ['https://user:', 'sommer-42', '@[2001:db8::7]/x'],
    ['postgres://app:', 'harbour-lantern-42', '@db/app'],
  ])('are found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.md')).toEqual([[secret, 'certain']]);
  });
});

describe('the key of an Azure function in its URL', () => {
  const key = `${drawn(54, undefined, 343)}==`;

  it.each([
    `https://acme.azurewebsites.net/api/orders?code=${key}`,
    `https://acme.azurewebsites.net/api/orders/4711?id=4&code=${key}`,
  ])('is found: %s', (text) => expect(found(text, 'a.md')).toEqual([[key, 'certain']]));

  it.each([
    'https://acme.azurewebsites.net/api/orders?code=<function key>',
    'https://acme.azurewebsites.net/api/orders?code=404',
    'https://acme.azurewebsites.net/api/orders?code=YOUR_FUNCTION_KEY_GOES_HERE_REPLACE_IT_BEFORE_USE',
    // The code of an OAuth answer is used up at once.
    `https://acme.azurewebsites.net/signin?code=${key}`,
  ])('is not what stands for one: %s', (text) => expect(found(text, 'a.md')).toEqual([]));
});
