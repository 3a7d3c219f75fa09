import type { Structure, Verdict } from './structure.ts';
import { judgeArgument, judgeAwsSecret, judgeDrawnToken, judgeTyped } from './typed-secret.ts';

type Groups = Readonly<Record<string, string | undefined>> & { readonly secret: string };

/** An argument in quotes or bare, up to the next blank. */
const ARGUMENT = String.raw`\\?["'\x60]?(?<secret>[^\s"'\x60<>|&]{3,200})`;
/** Arguments between the program and the one that counts, on its line or continued with a backslash. */
const BETWEEN = String.raw`(?=[ \t\\])(?:[^\r\n|;\\]|\\[^\r\n]|\\\r?\n){0,300}?`;

/** The same of one command alone, whose arguments hold no URL. */
const BETWEEN_ONE = String.raw`(?=[ \t\\])(?:[^\r\n|;&\\]|\\[^\r\n]|\\\r?\n){0,300}?`;

/** What reads a secret from its input. */
const READS_INPUT = '(?:password-stdin|--with-token|sudo -S|gh secret set|passwd --stdin)';

function argumentOf(program: string, flags: string): RegExp {
  return new RegExp(`(?:${program})${BETWEEN}[ \\t](?:${flags})${ARGUMENT}`, 'i');
}

const asPassword = ({ secret }: Groups): Verdict => judgeArgument(secret);

/** Programs that take a password as an argument. Flags that say so by their own name are named assignments. */
export const COMMAND_LINE: readonly Structure[] = [
  {
    type: 'curl-user',
    near: ['curl', 'wget', 'http '],
    shape: new RegExp(
      String.raw`(?:curl|http)${BETWEEN}[ \t](?:-u|--user|--proxy-user|-U|-a|--auth)(?:[ \t]{0,3}|=)\\?["'\x60]?[\w.@\\-]{0,80}:(?<secret>[^\s"'\x60<>|&]{3,200})`,
      'i',
    ),
    judge: asPassword,
  },
  {
    type: 'sshpass-password',
    near: ['sshpass'],
    shape: argumentOf('sshpass', '-p ?'),
    judge: ({ secret }) => judgeTyped(secret),
  },
  {
    type: 'database-client-password',
    near: ['mysql', 'mariadb', 'mysqldump', 'mysqladmin'],
    shape: argumentOf('mysql(?:dump|admin|import|show)?|mariadb(?:-dump|-admin)?', '-p(?=[^ \\t])'),
    judge: asPassword,
  },
  {
    type: 'database-client-password',
    near: [
      'mongo',
      'redis-cli',
      'sqlcmd',
      'bcp ',
      'isql',
      'cqlsh',
      'ldapsearch',
      'ldapadd',
      'ldapmodify',
      'smbclient',
      'rabbitmqadmin',
      'ipmitool',
    ],
    shape: new RegExp(
      `(?:mongo(?:sh|dump|restore|export|import)?${BETWEEN}[ \\t]-p[ \\t]{0,3}|redis-cli${BETWEEN}[ \\t]-a[ \\t]{1,3}|(?:sqlcmd|bcp|isql|ipmitool)${BETWEEN}[ \\t]-P[ \\t]{0,3}|cqlsh${BETWEEN}[ \\t]-p[ \\t]{1,3}|ldap(?:search|add|modify|whoami)${BETWEEN}[ \\t]-w[ \\t]{0,3}|smbclient${BETWEEN}[ \\t]-U[ \\t]{0,3}["']?[\\w\\\\.-]{1,60}%|rabbitmqadmin${BETWEEN}[ \\t]-p[ \\t]{1,3})${ARGUMENT}`,
    ),
    judge: asPassword,
  },
  {
    type: 'registry-login-password',
    near: ['login'],
    shape: argumentOf('login', '-p[ =]{0,2}'),
    judge: asPassword,
  },
  {
    type: 'key-store-password',
    near: ['storepass', 'keypass', '-passin', '-passout', '-srcstorepass', '-deststorepass'],
    shape: new RegExp(`(?:(?:src|dest)?(?:store|key)pass|-pass(?:in|out))[ \\t=:]{1,3}(?:pass:)?${ARGUMENT}`),
    judge: asPassword,
  },
  {
    type: 'user-creation-password',
    near: ['htpasswd', 'net user'],
    shape: new RegExp(
      `(?:htpasswd[ \\t]{1,3}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \\t]{1,3}\\S{1,100}[ \\t]{1,3}\\S{1,60}[ \\t]{1,3}|net user[ \\t]{1,3}[\\w.-]{1,60}[ \\t]{1,3}(?!/))${ARGUMENT}`,
      'i',
    ),
    judge: asPassword,
  },
  {
    // `user:password` a line from its input: `echo "root:…" | chpasswd`.
    type: 'user-creation-password',
    near: ['chpasswd'],
    before: 200,
    shape:
      /[\s\S]{0,200}?(?<![\w.-])(?:echo|printf)[ \t]{1,4}(?:-[neE]{1,3}[ \t]{1,4})?["']?[\w.-]{1,60}:(?<secret>[^\s"'`|&:]{3,100}?)(?:\\n)?["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?[\w/-]{0,60}chpasswd/i,
    judge: asPassword,
  },
  {
    type: 'user-creation-password',
    near: ['chpasswd'],
    shape:
      /chpasswd(?:[ \t]{1,4}-[\w-]{1,20}){0,3}[ \t]{0,4}<<(?:<[ \t]{0,3}["']?|[-"'\w ]{1,24}\r?\n[ \t]{0,20})[\w.-]{1,60}:(?<secret>[^\s"'`|&:]{3,100})/i,
    judge: asPassword,
  },
  {
    // Typed twice, as it asks for it: `echo -e "…\\n…" | passwd kim`.
    type: 'user-creation-password',
    near: ['| passwd', '| sudo passwd'],
    before: 200,
    shape:
      /[\s\S]{0,200}?(?<![\w.-])(?:echo|printf)[ \t]{1,4}(?:-[neE]{1,3}[ \t]{1,4})?["'](?<secret>[^\s"'`|\\]{5,100})\\n[^\s"'`|]{5,110}["'][ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?passwd/i,
    judge: asPassword,
  },
  {
    // Without `-AsPlainText` the string is an encrypted one.
    // https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring
    type: 'secure-string',
    near: ['convertto-securestring'],
    shape:
      /ConvertTo-SecureString(?=[^\r\n;|]{1,300}-AsPlainText)(?:[ \t]{1,4}-(?:AsPlainText|Force)){0,2}[ \t]{1,4}(?:-String[ \t:]{1,4})?\(?["'](?<secret>[^\s"'`]{3,100})["']/i,
    judge: asPassword,
  },
  {
    type: 'secure-string',
    near: ['convertto-securestring'],
    before: 120,
    shape:
      /[\s\S]{0,120}?["'](?<secret>[^\s"'`]{3,100})["'][ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString[ \t]{1,4}(?:-Force[ \t]{1,4})?-AsPlainText/i,
    judge: asPassword,
  },
  {
    // https://the.earth.li/~sgtatham/putty/latest/htmldoc/Chapter3.html#using-cmdline-pw, https://lftp.yar.ru/lftp-man.html
    type: 'remote-login-password',
    near: ['plink', 'pscp', 'psftp', 'lftp', 'xfreerdp'],
    shape: new RegExp(
      `(?:(?:plink|pscp|psftp)(?:\\.exe)?${BETWEEN_ONE}[ \\t]-pw[ \\t]{1,3}|lftp${BETWEEN_ONE}[ \\t]-u[ \\t]{0,3}["']?[\\w.@-]{1,60},|xfreerdp${BETWEEN_ONE}[ \\t]/p:)${ARGUMENT}`,
    ),
    judge: asPassword,
  },
  {
    // `-k`, and `-K`, which is the key itself. https://docs.openssl.org/master/man1/openssl-enc/
    type: 'encryption-password',
    near: ['openssl'],
    shape: argumentOf(
      'openssl[ \\t]{1,4}(?:enc|aes|aria|camellia|chacha20|des3?|sm4)[\\w-]{0,20}',
      '-[kK][ \\t]{1,3}',
    ),
    judge: asPassword,
  },
  {
    type: 'archive-password',
    near: ['zip -', '7z a', '7za a', '7z x', '7za x', '7z e'],
    shape: new RegExp(
      `(?:zip${BETWEEN_ONE}[ \\t]-P[ \\t]{0,3}|7za?(?=[ \\t][aex][ \\t])${BETWEEN_ONE}[ \\t]-p(?=[^ \\t]))${ARGUMENT}`,
    ),
    judge: asPassword,
  },
  {
    type: 'stored-secret',
    near: ['gh secret set', 'keyvault secret set', 'secretsmanager', 'ssm put-parameter'],
    shape: new RegExp(
      `(?:gh secret set${BETWEEN}[ \\t](?:--body[= \\t]{1,3}|-b[ \\t]{0,3})|keyvault secret set${BETWEEN}[ \\t]--value[= \\t]{1,3}|secretsmanager${BETWEEN}[ \\t]--secret-string[= \\t]{1,3}|ssm put-parameter(?=[^\\r\\n]{0,300}SecureString)${BETWEEN}[ \\t]--value[= \\t]{1,3})${ARGUMENT}`,
    ),
    judge: asPassword,
  },
  {
    // What a program reads from its input: `echo … | docker login --password-stdin`, and `<<< …` behind it.
    type: 'piped-password',
    near: ['echo ', 'printf '],
    shape: new RegExp(
      `(?<![\\w.-])(?:echo|printf)(?:[ \\t]{1,4}(?:-[neE]{1,3}|["']?%s(?:\\\\n)?["']?))?[ \\t]{1,4}${ARGUMENT}["'\\x60]?[ \\t]{0,4}\\|[^\\r\\n|;&]{0,200}?${READS_INPUT}`,
      'i',
    ),
    judge: asPassword,
  },
  {
    type: 'piped-password',
    near: ['password-stdin', '--with-token', 'gh secret set'],
    shape: new RegExp(`(?:${READS_INPUT})[^\\r\\n<|;&]{0,100}<<<[ \\t]{0,3}${ARGUMENT}`, 'i'),
    judge: asPassword,
  },
  {
    // A KSUID and 21 signs: no beginning of its own. https://ngrok.com/docs/agent/cli
    type: 'ngrok-authtoken',
    vendor: 'ngrok',
    near: ['ngrok'],
    shape: /ngrok[^\r\n]{0,80}?(?<![\w-])(?<secret>[1-4][A-Za-z0-9]{26}_[A-Za-z0-9]{20,22})(?![\w-])/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 48),
  },
  {
    type: 'aws-secret-access-key',
    vendor: 'AWS',
    near: ['aws configure set'],
    shape:
      /aws configure set[^\r\n|;&]{0,80}?[ .]aws_secret_access_key[ \t]{1,4}["']?(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/,
    judge: ({ secret }) => judgeAwsSecret(secret),
  },
  {
    type: 'npm-registry-auth',
    vendor: 'npm',
    near: [':_authtoken '],
    shape: /:_authtoken[ \t]{1,4}["']?(?<secret>[A-Za-z0-9_.~+/=-]{16,200})/i,
    judge: ({ secret }) => judgeDrawnToken(secret, 20),
  },
];
