import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../../src/secrets/find-own-secrets.ts';

const password = ['Harbor', '84!kWmZq3'].join('');

const find = (text: string) =>
  findOwnSecrets(text, { path: 'notes.md' }).spans.map(({ start, end }) => text.slice(start, end));

describe('what describes a secret', () => {
  it.each([
    ['a pattern of tokens', 'secret: "sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}"'],
    ['an anchored pattern', 'token: "^[A-Fa-f0-9]{32,64}$"'],
    ['a pattern with flags', String.raw`password: "(?i)pass(word)?\\s*[:=]\\s*\\S{8,}"`],
    ['a pattern of what is not', `password: '[^"]{8,64}'`],
    ['rules of a validator', "'password' => 'required|confirmed|min:8',"],
    ['one rule of a validator', "'password' => 'min:8',"],
    ['a dialogue with wildcards', ';*passwd:*all*authentication*tokens*updated*successfully*'],
    ['escapes of a test', String.raw`password = '\xa1\xa2'`],
    ['a type', '(token: FindByType<Token, Name>) => x'],
    ['a member of a type', 'RepeatedPass::PassConceptT>(x)'],
    ['what a function takes apart', 'splitpasswd("user+1:a+b")'],
    [
      'a form of URLs',
      '&lt;protocol&gt;://[&lt;user&gt;[:&lt;password&gt;]@]&lt;hostname&gt;[:&lt;port&gt;]',
    ],
    ['everybody on a server', 'cvs://:pserver:anoncvs@sources.redhat.com:/cvs/src'],
    ['an escaped example', 'https://user:he%2F%2Fo@pypi.company.com/simple'],
    ['the token of RFC 6750', `Authorization: Bearer ${['h480djs', '93hd8'].join('')}`],
  ])('is none: %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it.each([
    ['behind an arrow', "'password' => '§',"],
    ['before a tag', 'Password: §<br>'],
    ['in a URL of a server for everybody', `cvs://:pserver${':§@'}cvs.acme.io:/x`],
    ['of a user called so', `https://user${':§@'}pypi.acme.io/simple`],
    ['of a definition', 'password:: §'],
  ])('has a real neighbour: %s', (_, form) => {
    expect(find(form.replace('§', () => password)).map((value) => value.replace(/^pserver:/, ''))).toEqual([
      password,
    ]);
  });
});
