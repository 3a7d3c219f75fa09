import { Random } from '../evidence/random.ts';

/** A text by its recipe: a beginning, a unit that is repeated, and an end. */
export interface Recipe {
  readonly begin: string;
  readonly unit: string;
  readonly end: string;
}

export function textOf({ begin, unit, end }: Recipe, length: number): string {
  const times = Math.max(1, Math.floor((length - begin.length - end.length) / unit.length));
  return begin + unit.repeat(times) + end;
}

export function shown({ begin, unit, end }: Recipe): string {
  const parts = [begin, `(${unit})*`, end].filter((part) => part !== '');
  return JSON.stringify(parts.join('')).slice(0, 90);
}

/** Named apart, so that no text here installs it. */
const PACKAGE = 'case';

/** What parsers and patterns trip over: openers without an end, separators, escapes, marks, pieces of what is looked for. */
const TOKENS: readonly string[] = [
  ...' \t\n\r\0:-_=.,;/\\|#*+?!<>[]{}()"\'`~^$%&@0aA9é密',
  '\r\n',
  '\n\n',
  '\n ',
  '\n- ',
  '\n> ',
  '\n* ',
  '\n# ',
  '\n| ',
  '  \n',
  '\\\n',
  '---\n',
  '```\n',
  '``',
  '**',
  '__',
  '~~~\n',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\ue020',
  '🦊',
  'e\u0301',
  '：',
  '\u2028',
  '&#95;',
  '&amp;',
  '&#x5f;',
  '%2f',
  '%25',
  '%252e',
  '\\u002f',
  '\\x2f',
  '\\/',
  '\\_',
  '\\n',
  '$(',
  '${',
  '<!--',
  '-->',
  '<a ',
  '</',
  '![',
  '](',
  '[a](',
  '[a]:',
  '../',
  './',
  '//',
  '/home/',
  '~/',
  '$HOME/',
  '%USERPROFILE%\\',
  'file://',
  'C:\\',
  'https://',
  'git@',
  'ssh://',
  'vscode://file/',
  '\\\\wsl$\\',
  'key=',
  'token:',
  'password = ',
  'secret"',
  'api_key: "',
  'Authorization: Bearer ',
  '-----BEGIN ',
  'ghp_',
  'sk-',
  'AKIA',
  'eyJ',
  'xox',
  'AIza',
  'a.',
  'a@',
  'a:',
  'a=',
  'a-',
  'a_',
  'ab ',
  'word ',
  'A word. ',
  'deadbeef',
  '0123456789abcdef',
  'QUJD',
  '41 42 ',
  '2026-11-20T10:00:00.000Z ',
  '2026-11-20 ',
  '[INFO] ',
  'ERROR ',
  '    at f (a.js:1:1)\n',
  'diff --git a/a b/a\n',
  '@@ -1 +1 @@\n',
  '+a\n',
  '✓ a (1 ms)\n',
  '{"a":',
  '[1,',
  '"a":1,',
  'a: ',
  '- a\n',
  '? a\n',
  '<<: *a\n',
  '&a ',
  '*a ',
  '!!x ',
  'decision_status',
  'decision_status: ',
  '- decision_status: not_decided\n',
  'CTO-WORK-020',
  '## CTO-WORK-020 - T\n\nStatus: blocked\n\n',
  'Status: ',
  'approved ',
  'not ',
  'if ',
  'unless ',
  'the provider is admitted ',
  'may ',
  'only when ',
  'ca run --task a ',
  `npm i ${PACKAGE} `,
  'JP approved ',
];

const BEGINNINGS: readonly string[] = [
  '',
  '---\n',
  '# A\n\n',
  '| a | b |\n| --- | --- |\n| ',
  '```\n',
  '- ',
  '> ',
  '{ "a": "',
  '[',
  '{ "decision_status": ',
  'a: ',
  'a: "',
  '<!-- ',
  '[a]: ',
  '"',
  '# A\n\n## Current Decision State\n\n',
  'password = "',
  '/srv/acme/',
];

const ENDS: readonly string[] = ['', '\n', 'x', '"', '!', '\n---\n', '```\n', ']', '/shop\n', '='];

/** Each token by itself, in lines, and behind each beginning; then units of two to four tokens, drawn at random. */
export function* recipes(random: number, seed: number): Generator<Recipe> {
  for (const unit of TOKENS) yield { begin: '', unit, end: 'x' };
  for (const unit of TOKENS) yield { begin: '', unit: `${unit}a\n`, end: '' };
  const drawn = new Random(seed);
  for (const begin of BEGINNINGS)
    for (let at = 0; at < 4; at++) yield { begin, unit: drawn.pick(TOKENS), end: drawn.pick(ENDS) };
  for (let at = 0; at < random; at++) {
    const unit = Array.from({ length: 2 + drawn.below(3) }, () => drawn.pick(TOKENS)).join('');
    yield { begin: drawn.pick(BEGINNINGS), unit, end: drawn.pick(ENDS) };
  }
}

/** Names without end: what is unique a million times costs where the same once more would not. */
export function* countedTexts(): Generator<readonly [string, (length: number) => string]> {
  const counted = (make: (at: number) => string) => (length: number) => {
    let text = '';
    for (let at = 0; text.length < length; at++) text += make(at);
    return text;
  };
  yield ['n: keys of YAML', counted((at) => `k${at}: ${at}\n`)];
  yield ['n: keys of JSON', (length) => `{${counted((at) => `"k${at}":${at},`)(length)}"z":0}`];
  yield ['n: bullets with keys', counted((at) => `- key_${at}: value ${at}\n`)];
  yield ['n: statuses', counted((at) => `- decision_status: v${at}\n`)];
  yield ['n: items', counted((at) => `## CTO-WORK-${at} - T\n\nStatus: blocked\n\nAcceptance:\n\n- a\n\n`)];
  yield ['n: references', counted((at) => `CTO-WORK-${at} remains blocked. `)];
  yield ['n: headings', counted((at) => `## Heading ${at}\n\nA sentence ${at}.\n\n`)];
  yield ['n: link definitions', counted((at) => `[l${at}]: /a${at}\n`)];
  yield ['n: links', (length) => `[l]: /a\n\n${counted((at) => `[a${at}][l] `)(length)}`];
  yield ['n: anchors', counted((at) => `k${at}: &a${at} [1]\nr${at}: *a${at}\n`)];
  yield ['n: paths', counted((at) => `/srv/acme/d${at}/../shop/${at} `)];
  yield ['n: assignments', counted((at) => `TOKEN_${at}=v${at}q8Zr2Lk${at}\n`)];
  yield [
    'n: fake tokens',
    counted((at) => `ghp_${String(at * 7919).padStart(12, 'x7Kq2mVb')}${'R4wLsYd8NcFh3JpGu6EaX1oQ'}\n`),
  ];
  yield [
    'n: log lines',
    counted((at) => `2026-11-20T10:00:${String(at % 60).padStart(2, '0')}.123Z INFO step ${at} done\n`),
  ];
  yield [
    'n: rows',
    (length) => `| a | b |\n| --- | --- |\n${counted((at) => `| k${at} | v${at} |\n`)(length)}`,
  ];
  yield ['n: attribute lines', counted((at) => `d${at}/*a*b -diff\n`)];
  yield ['n: macros', counted((at) => `[attr]m${at} m${at - 1}\n*.a m${at}\n`)];
  yield ['n: submodules', counted((at) => `[submodule "s${at}"]\n\tpath = p${at}\n\turl = ../u${at}\n`)];
  yield ['deep JSON', (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`];
  yield ['deep YAML', (length) => counted((at) => `${' '.repeat(at)}k:\n`)(length)];
  yield ['deep list', (length) => counted((at) => `${'  '.repeat(at)}- a\n`)(length)];
  yield ['deep quote', (length) => `${'> '.repeat(length / 2)}a\n`];
}
