import type { TokenType } from './token-type.ts';

export const GOOGLE: readonly TokenType[] = [
  {
    type: 'google-api-key',
    vendor: 'Google',
    prefix: 'AIza',
    body: /[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  },
  {
    type: 'google-auth-api-key',
    vendor: 'Google',
    prefix: 'AQ.',
    body: /[A-Za-z0-9_-]{40,120}/,
    entropy: 3.2,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  },
  {
    type: 'google-oauth-client-secret',
    vendor: 'Google',
    prefix: 'GOCSPX-',
    body: /[A-Za-z0-9_-]{20,40}/,
    source: 'https://support.google.com/cloud/answer/15549257',
  },
  {
    type: 'google-oauth-access-token',
    vendor: 'Google',
    prefix: 'ya29.',
    body: /[A-Za-z0-9_.-]{20,500}/,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    type: 'google-oauth-refresh-token',
    vendor: 'Google',
    prefix: ['1//0', '1/'],
    body: /[A-Za-z0-9_-]{40,120}(?![A-Za-z0-9_/-])/,
    entropy: 3.5,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    type: 'google-recaptcha-secret',
    vendor: 'Google',
    // Site key and secret look alike; the named layer tells them apart, so this shape alone is weak. A site's is handed
    // to each visitor: in an attribute, to the script's URL, to its functions.
    prefix: '6L',
    body: /[c-f][A-Za-z0-9_-]{5}AAAAA[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/,
    publicAfter:
      /(?:(?:site|public)[-_ ]?key(?:(?!secret|private|server)[^\n]){0,60}|captcha[^\s"']{0,30}\?[\w=&;-]{0,40}render=|captcha(?:\.\w{1,12})?\.(?:execute|render)\([ \t]{0,3}["'`])$/i,
    certainty: 'likely',
    entropy: 3.2,
    source: 'https://developers.google.com/recaptcha/docs/verify',
  },
];
