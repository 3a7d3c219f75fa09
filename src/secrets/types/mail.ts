import type { TokenType } from './token-type.ts';

/** Who sends mail for others. */
export const MAIL: readonly TokenType[] = [
  {
    type: 'sendgrid-api-key',
    vendor: 'SendGrid',
    prefix: 'SG.',
    body: /[A-Za-z0-9_-]{16,24}\.[A-Za-z0-9_-]{35,50}/,
    source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  },
  {
    type: 'mailgun-api-key',
    vendor: 'Mailgun',
    prefix: ['key-', 'pubkey-'],
    body: /[0-9a-f]{32}(?![0-9A-Za-z])/,
    entropy: 3,
    source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
  },
  {
    type: 'mailchimp-api-key',
    vendor: 'Mailchimp',
    before: { shape: /[0-9a-f]{32}/, length: 32 },
    prefix: '-us',
    body: /\d{1,2}(?![0-9A-Za-z-])/,
    source: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  },
  {
    type: 'mandrill-api-key',
    vendor: 'Mandrill',
    prefix: 'md-',
    body: /[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/,
    entropy: 3.5,
    source: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
  },
  {
    type: 'brevo-api-key',
    vendor: 'Brevo',
    prefix: ['xkeysib-', 'xsmtpsib-'],
    body: /[0-9a-f]{64}-[A-Za-z0-9]{16}/,
    source: 'https://developers.brevo.com/docs/getting-started',
  },
  {
    type: 'resend-api-key',
    vendor: 'Resend',
    prefix: 're_',
    body: /[A-Za-z0-9]{6,10}_[A-Za-z0-9]{18,32}(?![A-Za-z0-9_])/,
    entropy: 3.5,
    source: 'https://resend.com/docs/dashboard/api-keys/introduction',
  },
  {
    type: 'mailersend-api-token',
    vendor: 'MailerSend',
    prefix: 'mlsn.',
    body: /[0-9a-f]{64}(?![0-9A-Za-z])/,
    source: 'https://www.mailersend.com/help/managing-api-tokens',
  },
];
