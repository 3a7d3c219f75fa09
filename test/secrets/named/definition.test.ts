import { describe, expect, it } from 'vitest';
import { findOwnSecrets } from '../../../src/secrets/find-own-secrets.ts';
import { drawn } from '../drawn.ts';

const key = drawn(36, undefined, 111);
const password = `Kra${'ken72'}!${drawn(4, undefined, 112)}9`;

function found(text: string): readonly (readonly [string, string])[] {
  return findOwnSecrets(text, { path: 'notes.md' }).spans.map((span) => [
    text.slice(span.start, span.end),
    span.certainty,
  ]);
}

/** How languages give a value to a name. `§` stands for the value. */
const FORMS = [
  ['R', 'api_key <- "§"'],
  ['R, global', "db_password <<- '§'"],
  ['Basic', 'Dim apiKey As String = "§"'],
  ['Basic, a constant', 'Private Const DbPassword As String = "§"'],
  ['Ada', 'Api_Key : constant String := "§";'],
  ['Rust', 'const API_KEY: &\'static str = "§";'],
  ['Zig', 'const api_key: []const u8 = "§";'],
  ['Perl', '$cfg{api_key} = "§";'],
  ['Perl, a reference', "$cfg->{db}{'password'} = '§';"],
  ['Erlang', '{api_key, "§"}.'],
  ['Erlang, a binary', '{db_password, <<"§">>},'],
  ['Elixir', '{:api_key, "§"}'],
  ['C', '#define API_KEY "§"'],
  ['CMake', 'set(API_TOKEN "§")'],
  ['CMake, the environment', 'set(ENV{API_TOKEN} "§")'],
  ['Tcl', 'set api_key "§"'],
  ['elisp', '(setq api-key "§")'],
  ['elisp, documented', '(defvar my-password "§" "Of the server.")'],
  ['Lisp, a pair', '\'((api-key . "§"))'],
  ['Clojure', '(def ^:private api-key "§")'],
  ['Clojure, a map', '{:db-password "§" :port 1}'],
  ['Gradle', '  signingPassword "§"'],
  ['BIND', '  secret "§";'],
  ['fish', 'set -gx GITHUB_TOKEN §'],
  ['csh', 'setenv API_KEY §'],
  ['Windows', 'setx DB_PASSWORD §'],
  ['Docker', 'ENV API_KEY §'],
  ['Apache', 'SetEnv DB_PASSWORD §'],
] as const;

describe('a definition', () => {
  it.each(FORMS)('of %s: %s', (_, form) => {
    const value = /pass/i.test(form) ? password : key;
    expect(found(form.replace('§', () => value))).toEqual([[value, 'certain']]);
    for (const other of ['changeme', '<password>', '$PASSWORD1', 'your-api-key-here'])
      expect(found(form.replace('§', () => other))).toEqual([]);
  });

  it.each([
    ['a drawn token', `Use the api token ${key}.`, [[key, 'certain']]],
    ['a short one', `Use the api token ${key.slice(0, 20)}.`, [[key.slice(0, 20), 'likely']]],
    [
      'a digest',
      `secret ${drawn(40, '0123456789abcdef', 113)} it`,
      [[drawn(40, '0123456789abcdef', 113), 'likely']],
    ],
  ])('is not what a blank joins with a name in a sentence: %s', (_, text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  it.each([
    ['a call in R', 'token <- getToken12()'],
    ['a comparison', 'if token < -1 {'],
    ['a parameter in Basic', 'Function Check(password As String, n As Integer) As Boolean'],
    ['a call in Basic', 'Dim apiKey As String = Environment.Get("API_KEY2")'],
    ['a template', `print "token\${token} = x1y2z3w4";`],
    ['a variable of Erlang', '{password, Password1}'],
    ['a text of C', '{token, "expected identifier2"}\n#define TOKEN_STRING "string literal2"'],
    ['a header of C', '#define API_KEY_HEADER "X-Api-Key-2"'],
    ['a path of CMake', `set(SIGNING_KEY "${'$'}{CMAKE_SOURCE_DIR}/key1.pem")`],
    ['a step of Gherkin', '  And I log in with password "correct-horse"'],
    ['words on a line', '    secret "Lorem ipsum dolor 22"'],
    ['a call in Gradle', '    password project.property("pw1")'],
    ['an element of XML', '<password></password><x a="b1c2d3e4f5g6h7"/>'],
  ])('is not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
