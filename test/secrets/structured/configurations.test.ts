import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const token = drawn(36, undefined, 431);
const madeUp = `Kraken${drawn(2, '23456789', 432)}!${drawn(6, undefined, 433)}`;
const plain = `Falke742${drawn(2, 'JKLMNPQ', 434)}f8ex`;
const hash = Buffer.from(drawn(28, undefined, 435)).toString('base64');
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/x#PasswordText';
const passwordDigest = passwordText.replace('Text', 'Digest');

describe('a setting with nothing but a blank before its value', () => {
  it.each([
    ['requirepass ', plain, '\n'],
    ['masterauth ', token, '\n'],
    ['account a\nhost smtp.acme.io\nuser kim\npassword ', madeUp, '\n'],
    ['remote_username kim\nremote_password ', plain, '\n'],
    ['chpasswd:\n  list: |\n    root:', madeUp, '\n  expire: False\n'],
    ['chpasswd:\n  expire: False\n  list:\n    - kim:', plain, '\n'],
    ['poll mail.acme.io user "kim" password "', madeUp, '"\n'],
    ["CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'a', password '", madeUp, "');"],
    ['rootpw --plaintext ', plain, '\n'],
    ['d-i passwd/root-password password ', plain, '\n'],
    ['userlist u\n  user kim insecure-password ', plain, '\n'],
    ['  stats auth admin:', plain, '\n'],
    ['[smtp.acme.io]:587 kim@acme.io:', plain, '\n'],
    ['10.1.2.3 %any : PSK "', madeUp, '"\n'],
    ['username admin privilege 15 password 0 ', plain, '\n'],
    ['enable secret 0 ', plain, '\n'],
    ['tacacs-server key ', madeUp, '\n'],
    ['WIFI:T:WPA;S:acme;P:', plain, ';;'],
    ['ipmitool -H h -U admin -P ', plain, ' power status'],
    ['echo -e "', madeUp, `\\n${madeUp}" | passwd kim`],
    [`<wsse:Password Type="${passwordText}">`, plain, '</wsse:Password>'],
    ['<meta-data android:name="com.acme.API_KEY" android:value="', token, '"/>'],
    ['userPassword: ', `{SSHA}${hash}`, '\n'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'a.conf')).toEqual([[secret, 'certain']]);
  });

  it.each([
    '# requirepass foobared\n# masterauth <master-password>\n',
    'requirepass changeme123\n',
    'user a\npassword prompt\n',
    'The password policy2024 applies; remote password rotation2 follows.',
    'Set the\nuser name first\npassword field2 comes next\n',
    'chpasswd:\n  list: |\n    root:RANDOM\n    kim:R\n  expire: False\n',
    'poll mail.acme.io user "kim" password "changeme"',
    'rootpw --iscrypted $6$abc\nrootpw --lock\n',
    '  stats auth admin:password\n',
    '[smtp.acme.io]:587 kim@acme.io:<password>\n',
    ': PSK "sharedsecret"\n: RSA moonKey2.pem "passphrase"',
    'username a password 7 0822455D0A16\n',
    'WIFI:T:WPA;S:<ssid>;P:<password>;;',
    `<wsse:Password Type="${passwordDigest}">weYI3nXd8LjMNVksCKFV8t3rgHh3Rw==</wsse:Password>`,
    '<meta-data android:name="com.acme.API_KEY" android:value="@string/api_key2"/>',
    `<meta-data android:name="com.acme.BUILD" android:value="${token}"/>`,
    'userPassword: {SSHA}<hash>\nuserPassword: {CRYPT}x',
  ])('is none: %s', (text) => expect(found(text, 'a.conf')).toEqual([]));
});
