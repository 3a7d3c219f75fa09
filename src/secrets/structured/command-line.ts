import type { Structure, Verdict } from './structure.ts';
import { judgeAsPassword, judgeTyped } from './typed-secret.ts';

type Groups = Readonly<Record<string, string | undefined>> & { readonly secret: string };

/** An argument in quotes or bare, up to the next blank. */
const ARGUMENT = String.raw`\\?["'\x60]?(?<secret>[^\s"'\x60<>|&]{3,200})`;
/** Arguments between the program and the one that counts, on its line or continued with a backslash. */
const BETWEEN = String.raw`(?=[ \t\\])(?:[^\r\n|;\\]|\\[^\r\n]|\\\r?\n){0,300}?`;

function argumentOf(program: string, flags: string): RegExp {
  return new RegExp(`(?:${program})${BETWEEN}[ \\t](?:${flags})${ARGUMENT}`, 'i');
}

const asPassword = ({ secret }: Groups): Verdict =>
  judgeAsPassword(secret) ?? (/\d|[^A-Za-z0-9]/.test(secret) ? judgeTyped(secret) : undefined);

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
    ],
    shape: new RegExp(
      `(?:mongo(?:sh|dump|restore|export|import)?${BETWEEN}[ \\t]-p[ \\t]{0,3}|redis-cli${BETWEEN}[ \\t]-a[ \\t]{1,3}|(?:sqlcmd|bcp|isql)${BETWEEN}[ \\t]-P[ \\t]{0,3}|cqlsh${BETWEEN}[ \\t]-p[ \\t]{1,3}|ldap(?:search|add|modify|whoami)${BETWEEN}[ \\t]-w[ \\t]{0,3}|smbclient${BETWEEN}[ \\t]-U[ \\t]{0,3}["']?[\\w\\\\.-]{1,60}%|rabbitmqadmin${BETWEEN}[ \\t]-p[ \\t]{1,3})${ARGUMENT}`,
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
    near: ['htpasswd', 'useradd', 'net user', 'chpasswd'],
    shape: new RegExp(
      `(?:htpasswd[ \\t]{1,3}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \\t]{1,3}\\S{1,100}[ \\t]{1,3}\\S{1,60}[ \\t]{1,3}|net user[ \\t]{1,3}[\\w.-]{1,60}[ \\t]{1,3}(?!/))${ARGUMENT}`,
      'i',
    ),
    judge: asPassword,
  },
  {
    type: 'sql-password',
    near: ['identified by', 'identified with'],
    shape:
      /identified (?:with \w{1,40} )?by[ \t]{1,4}(?:password[ \t]{1,4})?\\?["'](?<secret>[^\s"'`<>]{3,200})["']/i,
    judge: asPassword,
  },
];
