import { kindOfName } from '../named/secret-name.ts';
import type { Structure } from './structure.ts';
import { judgeArgument, judgeDrawnToken, judgeTelling, judgeTyped } from './typed-secret.ts';

/** A value in quotes or bare, up to the next blank. */
const VALUE = String.raw`["']?(?<secret>[^\s"'<>\\]{5,200})`;
/** No more than a sign or a remark stands behind the value in a line of a configuration. */
const LINE_END = String.raw`["']?(?=[ \t]{0,8}(?:[#;][^\r\n]{0,200})?(?:[\r\n]|$))`;
/** Nothing but blanks stands before the directive in its line. */
const LINE_START = String.raw`(?<=(?:^|[\r\n])[ \t]{0,20})`;

/** Lines of configurations that have no sign between a setting and its value. */
export const CONFIGURATIONS: readonly Structure[] = [
  {
    // https://redis.io/docs/latest/operate/oss_and_stack/management/config/
    type: 'configured-password',
    vendor: 'Redis',
    near: ['requirepass ', 'masterauth '],
    shape: new RegExp(`${LINE_START}(?:requirepass|masterauth)[ \\t]{1,8}${VALUE}${LINE_END}`, 'i'),
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // Below `host` or `user`, as in msmtp's file, and mosquitto's of a bridge.
    // https://marlam.de/msmtp/msmtp.html#Authentication, https://mosquitto.org/man/mosquitto-conf-5.html
    type: 'configured-password',
    near: ['password '],
    shape: new RegExp(
      `(?<=(?:^|[\\r\\n])[ \\t]{0,20}(?:remote_|bind)?)(?<=(?:^|[\\r\\n])[ \\t]{0,20}(?:user|username|from|account|auth|host|remote_username|connection|address)[ \\t]{1,20}[^\\r\\n=:]{0,120}\\r?\\n[ \\t]{0,20}(?:remote_|bind)?|^(?:remote_|bind)?)password[ \\t]{1,20}${VALUE}${LINE_END}`,
      'i',
    ),
    judge: ({ secret }) => judgeTelling(secret),
  },
  {
    // `user "kim" password "…"` of fetchmail, `OPTIONS (user 'a', password '…')` of a foreign server.
    // https://www.fetchmail.info/fetchmail-man.html, https://www.postgresql.org/docs/current/sql-createusermapping.html
    type: 'configured-password',
    near: [`password "`, `password '`],
    shape:
      /(?<=\buser(?:name)?[ \t]{1,4}["']?[\w.@+-]{1,60}["']?,?[ \t]{1,4}(?:there[ \t]{1,4})?(?:with[ \t]{1,4})?)password ["'](?<secret>[^\s"'<>{}$\\]{8,100})["']/i,
    judge: ({ secret }) => judgeTelling(secret),
  },
  {
    // https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html#rootpw
    type: 'configured-password',
    near: ['rootpw '],
    shape: new RegExp(
      `${LINE_START}rootpw[ \\t]{1,8}(?!--iscrypted)(?:--(?:plaintext|allow-ssh)[ \\t]{1,8}){0,2}(?!-)${VALUE}${LINE_END}`,
    ),
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // https://www.debian.org/releases/stable/amd64/apbs04.en.html#preseed-account
    type: 'configured-password',
    vendor: 'Debian',
    near: ['passwd/root-password', 'passwd/user-password'],
    shape: new RegExp(
      `passwd/(?:root|user)-password(?:-again)?[ \\t]{1,8}password[ \\t]{1,8}${VALUE}${LINE_END}`,
    ),
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // https://docs.haproxy.org/3.0/configuration.html#3.4
    type: 'configured-password',
    vendor: 'HAProxy',
    near: ['insecure-password ', 'stats auth '],
    shape: new RegExp(`(?:insecure-password[ \\t]{1,8}|stats auth[ \\t]{1,8}[\\w.@-]{1,60}:)${VALUE}`),
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // `chpasswd: {list: |` of cloud-init, a user a line.
    // https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords
    type: 'user-creation-password',
    near: ['chpasswd:'],
    shape:
      /chpasswd:[ \t]{0,4}\r?\n(?:[ \t]{1,20}[a-z]{1,20}:[^\r\n|]{0,40}\r?\n){0,3}?[ \t]{1,20}list:[ \t]{0,4}(?:\|[-+]?)?[ \t]{0,4}\r?\n(?:[ \t]{1,20}(?:- )?[\w.-]{1,60}:(?:R|RANDOM|\$[^\r\n]{1,200})\r?\n){0,9}?[ \t]{1,20}(?:- )?["']?[\w.-]{1,60}:(?!R(?:ANDOM)?[\r\n])(?<secret>[^\s"':$]{4,100})/,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // Postfix's map of relays. https://www.postfix.org/SASL_README.html#client_sasl_enable
    type: 'configured-password',
    vendor: 'Postfix',
    near: [']:587 ', ']:587\t', ']:465 ', ']:25 ', ']:2525 '],
    shape: new RegExp(`\\]:\\d{2,5}[ \\t]{1,20}[\\w.+@-]{1,100}:${VALUE}${LINE_END}`),
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // https://docs.strongswan.org/docs/latest/config/ipsecSecrets.html
    type: 'pre-shared-key',
    near: [': psk '],
    shape: /: psk[ \t]{1,8}["'](?<secret>[^\s"']{5,200})["']/i,
    judge: ({ secret }) => judgeTelling(secret),
  },
  {
    // 0 says that it is not encrypted.
    // https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html
    type: 'configured-password',
    vendor: 'Cisco',
    near: ['password 0 ', 'secret 0 ', 'key 0 ', 'tacacs-server key ', 'radius-server key '],
    shape: new RegExp(
      `(?:(?:password|secret|key) 0|(?:tacacs|radius)-server key(?: 0)?)[ \\t]{1,4}(?![0-9][ \\t])${VALUE}`,
      'i',
    ),
    judge: ({ secret }) => judgeTelling(secret) ?? (/\d/.test(secret) ? judgeArgument(secret) : undefined),
  },
  {
    // What a phone reads off a wall. https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11
    type: 'wireless-password',
    near: ['WIFI:'],
    shape: /WIFI:(?:[TSHRI]:[^\r\n;]{0,80};){0,4}P:(?<secret>(?:[^\s;\\<>]|\\[;:,\\"]){5,80});/,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // https://docs.oasis-open.org/wss-m/wss/v1.1.1/wss-UsernameTokenProfile-v1.1.1.html
    type: 'web-service-password',
    near: [':password type='],
    shape: /:password type="[^"$\r\n]{0,160}(?<!Digest)"[^<>\r\n]{0,160}>(?<secret>[^\s<>{}$]{5,200})<\//i,
    judge: ({ secret }) => judgeArgument(secret),
  },
  {
    // https://developer.android.com/guide/topics/manifest/meta-data-element
    type: 'manifest-key',
    vendor: 'Android',
    near: ['<meta-data'],
    shape:
      /<meta-data\s{1,40}android:name="(?<name>[\w.-]{1,120})"\s{1,40}android:value="(?<secret>[^"\s@$<>]{10,200})"/,
    judge: ({ secret, name = '' }) =>
      kindOfName(name) === 'strong' ? judgeDrawnToken(secret, 20) : undefined,
  },
  {
    // RFC 2307. What SSHA salts is known to whoever has it.
    type: 'password-file-hash',
    near: ['userpassword: {'],
    shape: /userpassword: (?<secret>\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT)\}[\w+/$.]{20,200}={0,2})/i,
    judge: ({ secret }) => judgeTyped(secret.slice(secret.indexOf('}') + 1)),
  },
];
