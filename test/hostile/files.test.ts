import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { commitTree, type TreeEntry, writeTree } from './tree.ts';

/** Cases that are files: a name, its bytes, and the rules that have something to say. All of them in one commit. */
type Case = readonly [
  what: string,
  path: string,
  bytes: string | Uint8Array,
  rules: readonly string[],
  mode?: '120000',
];

const STATUS = 'decision/status-value';
const UNREADABLE = 'file/unreadable';
const SECRET = 'secrets/no-secret-value';
const TARGET = 'target/no-path';

const BAD = 'approved';
const GOOD = 'not_decided';
const TOKEN = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');
const wide = (text: string, mark: boolean): Uint8Array =>
  Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
const percent = (text: string): string =>
  [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');
const escaped = (text: string): string =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const FRONT: readonly Case[] = [
  ['code in front matter', 'plans/sot/a1.md', '---js\nthrow 1\n---\n', [UNREADABLE]],
  ['code by its long name', 'plans/sot/a2.md', '---javascript\nthrow 1\n---\n', [UNREADABLE]],
  ['code in capitals', 'plans/sot/a3.md', '---JS\nthrow 1\n---\n', [UNREADABLE]],
  ['a name that every object has', 'plans/sot/a4.md', '---constructor\na: 1\n---\n', [UNREADABLE]],
  ['another such name', 'plans/sot/a5.md', '---__proto__\na: 1\n---\n', [UNREADABLE]],
  ['code behind a blank', 'plans/sot/a6.md', '--- js\nthrow 1\n---\n', [UNREADABLE]],
  ['no closing fence', 'plans/sot/a7.md', '---\ntitle: A\n', [UNREADABLE]],
  ['a scalar as front matter', 'plans/sot/a8.md', '---\njust text\n---\n', [UNREADABLE]],
  ['a list as front matter', 'plans/sot/a9.md', '---\n- a\n- b\n---\n', [UNREADABLE]],
  ['duplicate keys', 'plans/sot/b1.md', '---\ntitle: A\ntitle: B\n---\n', [UNREADABLE]],
  [
    'a merge key that carries a status',
    'plans/sot/b2.md',
    `---\nbase: &b { decision_status: ${BAD} }\n<<: *b\n---\n`,
    [STATUS, UNREADABLE],
  ],
  ['a tag that means something', 'plans/sot/b3.md', '---\ntitle: !!binary aGk=\n---\n', [UNREADABLE]],
];

const STATUSES: readonly Case[] = [
  ['a bullet', 'g/a.md', `- decision_status: ${BAD}\n`, [STATUS]],
  ['a bullet that is right', 'g/a-good.md', `- decision_status: ${GOOD}\n`, []],
  ['a star', 'g/b.md', `* decision_status: ${BAD}.\n`, [STATUS]],
  ['a plus', 'g/c.md', `+ decision_status: ${BAD}\n`, [STATUS]],
  ['indented', 'g/d.md', `- a\n  - decision_status: ${BAD}\n`, [STATUS]],
  ['in a quote', 'g/e.md', `> - decision_status: ${BAD}\n`, [STATUS]],
  ['in a table', 'g/f.md', `| key | value |\n| --- | --- |\n| decision_status | ${BAD} |\n`, [STATUS]],
  ['in a table, right', 'g/f-good.md', `| key | value |\n| --- | --- |\n| decision_status | ${GOOD} |\n`, []],
  ['in bold', 'g/g.md', `- **decision_status**: ${BAD}\n`, [STATUS]],
  ['in code', 'g/h.md', `- \`decision_status\`: \`${BAD}\`\n`, [STATUS]],
  ['in code, right', 'g/h-good.md', `- \`decision_status\`: \`${GOOD}\`\n`, []],
  ['escaped underscore', 'g/i.md', `- decision\\_status: ${BAD}\n`, [STATUS]],
  ['an entity', 'g/j.md', `- decision&#95;status: ${BAD}\n`, [STATUS]],
  ['a no-break space', 'g/k.md', `- decision_status:\u00a0${BAD}\n`, [STATUS]],
  ['a full-width colon', 'g/l.md', `- decision_status：${BAD}\n`, [STATUS]],
  ['a zero-width in the key', 'g/m.md', `- decision\u200b_status: ${GOOD}\n`, [STATUS]],
  ['a soft hyphen in the value', 'g/n.md', `- decision_status: not\u00ad_decided\n`, [STATUS]],
  ['a hyphen in the key', 'g/o.md', `- decision-status: ${GOOD}\n`, [STATUS]],
  ['a capital in the key', 'g/p.md', `- Decision_Status: ${GOOD}\n`, [STATUS]],
  ['a letter too many', 'g/q.md', `- decision_statuss: ${GOOD}\n`, [STATUS]],
  ['a Cyrillic letter in the value', 'g/r.md', `- decision_status: n\u043et_decided\n`, [STATUS]],
  ['full-width letters in the value', 'g/s.md', `- decision_status: ｎｏｔ_decided\n`, [STATUS]],
  ['CR alone as line end', 'g/t.md', `# A\r\r- decision_status: ${BAD}\r`, [STATUS]],
  ['CRLF', 'g/u.md', `# A\r\n\r\n- decision_status: ${BAD}\r\n`, [STATUS]],
  ['CRLF, right', 'g/u-good.md', `# A\r\n\r\n- decision_status: ${GOOD}\r\n`, []],
  ['inline in prose', 'g/v.md', `It says decision_status=${BAD} there.\n`, [STATUS]],
  ['inline in prose, right', 'g/v-good.md', `It says decision_status=${GOOD} there.\n`, []],
  ['a YAML block', 'g/w.md', `\`\`\`yaml\ndecision_status: ${BAD}\n\`\`\`\n`, [STATUS]],
  ['an escape in JSON', 'g/x.json', `{ "decision\\u005fstatus": "${BAD}" }\n`, [STATUS, UNREADABLE]],
  ['an escape in YAML', 'g/y.yaml', `"decision\\x5fstatus": ${BAD}\n`, [STATUS, UNREADABLE]],
  ['an explicit key', 'g/z.yaml', `? decision_status\n: ${BAD}\n`, [STATUS, UNREADABLE]],
  ['in JSONL', 'g/1.jsonl', `{"a":1}\n{"decision_status":"${BAD}"}\n`, [STATUS]],
  ['UTF-16 with its mark', 'g/2.md', wide(`- decision_status: ${BAD}\n`, true), [STATUS]],
  ['a heading', 'g/4.md', `## decision_status: ${BAD}\n`, [STATUS]],
  ['a status with two values', 'g/6.md', `- decision_status: ${GOOD}, ${BAD}\n`, [STATUS]],
  ['words about a status', 'g/7.md', 'The decision status is a field; see the record.\n', []],
  ['an extension that few know', 'g/8.mkdn', `- decision_status: ${BAD}\n`, [STATUS]],
  ['an extension of agents’ rules', 'g/8.mdc', `- decision_status: ${BAD}\n`, [STATUS]],
  ['JSON by another extension', 'g/8.ipynb', `{ "decision_status": "${BAD}" }\n`, [STATUS]],
  ['YAML by another extension', 'g/8.cff', `decision_status: ${BAD}\n`, [STATUS]],
  ['a bullet that markdown does not know', 'g/b1.md', `• decision_status: ${BAD}\n`, [STATUS]],
  ['a bullet behind a no-break space', 'g/b2.md', `\u00a0- decision_status: ${BAD}\n`, [STATUS]],
  ['such a bullet, right', 'g/b1-good.md', `• decision_status: ${GOOD}\n`, []],
  ['two colons', 'g/b3.md', `- decision_status:: ${BAD}\n`, [STATUS]],
  ['two colons, right', 'g/b3-good.md', `- decision_status:: ${GOOD}\n`, []],
  ['a footnote', 'g/b4.md', `A[^1]\n\n[^1]: decision_status: ${BAD}\n`, [STATUS]],
  ['a footnote about it', 'g/b4-good.md', 'A[^1]\n\n[^1]: The status: see the record.\n', []],
  ['behind a line end of Unicode', 'g/b5.md', `A\u2028- decision_status: ${BAD}\n`, [STATUS]],
  ['behind a vertical tab', 'g/b6.md', `A\vdecision_status: ${BAD}\n`, [STATUS]],
  [
    'in a numbered table',
    'g/b7.md',
    `| # | key | value |\n| --- | --- | --- |\n| 1 | decision_status | ${BAD} |\n`,
    [STATUS],
  ],
  [
    'in a numbered table, right',
    'g/b7-good.md',
    `| # | key | value |\n| --- | --- | --- |\n| 1 | decision_status | ${GOOD} |\n`,
    [],
  ],
  ['an item for the value', 'g/b8.md', `- decision_status:\n  - ${BAD}\n`, [STATUS]],
  [
    'a front matter of JSON',
    'g/9.md',
    `---json\n{ "decision_status": "${BAD}" }\n---\n`,
    [STATUS, UNREADABLE],
  ],
  ['a list as value', 'g/l1.yaml', `decision_status: [${GOOD}]\n`, [STATUS]],
  ['null as value', 'g/l3.yaml', 'decision_status: null\n', [STATUS]],
  ['a number as value', 'g/l4.yaml', 'decision_status: 1\n', [STATUS]],
  ['a mapping as value', 'g/l5.yaml', `decision_status: { value: ${GOOD} }\n`, [STATUS]],
  ['an empty mapping as value', 'g/l6.json', '{ "decision_status": {} }\n', [STATUS]],
  ['a mapping in front matter', 'g/l7.md', `---\ndecision_status: { a: ${GOOD} }\n---\n`, [STATUS]],
  ['a mapping in a block', 'g/l8.md', '```yaml\ndecision_status:\n  a: b\n```\n', [STATUS]],
  [
    'a schema that describes it',
    'g/l5-good.json',
    `{ "properties": { "decision_status": { "type": "string" } } }\n`,
    [],
  ],
];

const SECRETS: readonly Case[] = [
  ['plain', 'h/a.md', `A ${TOKEN} here\n`, [SECRET]],
  ['below a comment that silences others', 'h/b.md', `<!-- secretlint-disable -->\n${TOKEN}\n`, [SECRET]],
  ['in a file called a picture', 'h/c.png', `\x89PNG\r\n\x1a\n${TOKEN}\n`, [SECRET]],
  ['in a file called a document', 'h/d.pdf', `%PDF-1.7\n${TOKEN}\n`, [SECRET]],
  ['in UTF-16', 'h/e.txt', wide(`A ${TOKEN} here\n`, true), [SECRET]],
  ['in UTF-16 without its mark', 'h/f.txt', wide(`A ${TOKEN} here\n`, false), [SECRET]],
  ['in base64', 'h/g.txt', `${Buffer.from(`token ${TOKEN}`).toString('base64')}\n`, [SECRET]],
  ['in hex', 'h/h.txt', `${Buffer.from(TOKEN).toString('hex')}\n`, [SECRET]],
  ['in percent escapes', 'h/i.txt', `${percent(TOKEN)}\n`, [SECRET]],
  ['in escapes of JSON', 'h/j.json', `{ "a": "${escaped(TOKEN)}" }\n`, [SECRET]],
  ['with an entity', 'h/k.md', `A ${TOKEN.replace('_', '&#95;')} here\n`, [SECRET]],
  ['with a backslash', 'h/l.md', `A ${TOKEN.replace('_', '\\_')} here\n`, [SECRET]],
  ['over two lines', 'h/m.md', `A ${TOKEN.slice(0, 20)}\n${TOKEN.slice(20)} here\n`, [SECRET]],
  ['with a zero-width in it', 'h/n.md', `A ${TOKEN.slice(0, 20)}\u200b${TOKEN.slice(20)} here\n`, [SECRET]],
  ['after a CJK letter', 'h/o.md', `密${TOKEN}\n`, [SECRET]],
  ['after é', 'h/p.md', `é${TOKEN}\n`, [SECRET]],
  ['behind a NUL', 'h/q.bin', `a\0b\0${TOKEN}\0`, [SECRET]],
  ['in a symbolic link', 'h/r', `/tmp/${TOKEN}`, [SECRET], '120000'],
  ['in a file name', `h/${TOKEN}.txt`, 'fine\n', [SECRET]],
  ['in Latin-1 beside é', 'h/s.txt', Buffer.from(`caf\xe9 ${TOKEN}\n`, 'latin1'), [SECRET]],
  ['in CR-only lines', 'h/t.txt', `a\r${TOKEN}\rb\r`, [SECRET]],
  ['a placeholder of the same shape', 'h/u.md', `A ghp_${'x'.repeat(36)} here\n`, []],
  ['a digest', 'h/v.md', `sha256:${'0123456789abcdef'.repeat(4)}\n`, []],
  ['the prefix as a word', 'h/w.md', 'Tokens begin with ghp_ and have 36 more characters.\n', []],
];

const TARGETS: readonly Case[] = [
  ['plain', 'f/a.md', 'See /srv/acme/shop for it.\n', [TARGET]],
  ['a longer sibling', 'f/a-good.md', 'See /srv/acme/shop-notes for it.\n', []],
  ['the name as a word', 'f/b-good.md', 'The shop is closed.\n', []],
  ['another folder', 'f/c-good.md', 'See /srv/acme for it.\n', []],
  ['a dot segment', 'f/b.md', 'See /srv/./acme/shop for it.\n', [TARGET]],
  ['double slashes', 'f/c.md', 'See //srv//acme//shop for it.\n', [TARGET]],
  ['up and down again', 'f/d.md', 'See /srv/acme/x/../shop for it.\n', [TARGET]],
  ['a URL of a file', 'f/e.md', 'See file:///srv/acme/shop/a for it.\n', [TARGET]],
  ['with a host', 'f/f.md', 'See file://localhost/srv/acme/shop for it.\n', [TARGET]],
  ['of an editor', 'f/g.md', 'See vscode://file/srv/acme/shop for it.\n', [TARGET]],
  ['percent', 'f/h.md', 'See /srv/%61cme/shop for it.\n', [TARGET]],
  ['percent twice', 'f/i.md', 'See /srv/acme/x/%252e%252e/shop for it.\n', [TARGET]],
  ['a percent sign alone', 'f/i-good.md', 'It is 100% done.\n', []],
  ['escaped slashes', 'f/j.json', '{ "a": "\\/srv\\/acme\\/shop" }\n', [TARGET]],
  ['escapes of JSON', 'f/k.json', '{ "a": "\\u002fsrv\\u002facme\\u002fshop" }\n', [TARGET]],
  ['escapes of YAML', 'f/l.yaml', 'a: "\\x2fsrv\\x2facme\\x2fshop"\n', [TARGET]],
  ['in brackets', 'f/m.md', 'See </srv/acme/shop> for it.\n', [TARGET]],
  ['over two lines', 'f/n.md', 'See /srv/acme/\nshop for it.\n', [TARGET]],
  ['a home', 'f/o.md', 'See ~/work/store for it.\n', [TARGET]],
  ['a home by its variable', 'f/p.md', 'See $HOME/work/store for it.\n', [TARGET]],
  ['in braces', 'f/q.md', `See $${'{HOME}'}/work/store for it.\n`, [TARGET]],
  ['as Windows has it', 'f/r.md', 'See %USERPROFILE%\\work\\store for it.\n', [TARGET]],
  ['somebody’s home', 'f/s.md', 'See /home/ada/work/store for it.\n', [TARGET]],
  ['a remote by ssh', 'f/t.md', 'git clone git@git.example.org:acme/shop.git\n', [TARGET]],
  ['a remote by URL', 'f/u.md', 'git clone ssh://git@git.example.org/acme/shop\n', [TARGET]],
  ['a remote by https', 'f/v.md', 'See https://git.example.org/acme/shop/issues\n', [TARGET]],
  ['a remote without a scheme', 'f/w.md', 'See git.example.org/acme/shop\n', [TARGET]],
  ['another remote', 'f/w-good.md', 'See https://git.example.org/acme/shop-notes\n', []],
  ['a URL of the same words', 'f/x-good.md', 'See https://example.net/srv-acme-shop\n', []],
  ['a symbolic link', 'f/y', '/srv/acme/shop', ['target/no-link'], '120000'],
  ['a link past it', 'f/y-good', '/srv/acme/shop-notes', [], '120000'],
  ['in a file name', 'f/srv/acme/shop.md', 'fine\n', []],
];

const PARSERS: readonly Case[] = [
  ['JSON that pretends to be JSONL', 'p/a.jsonl', `{\n  "decision_status": "${GOOD}"\n}\n`, [UNREADABLE]],
  ['JSONL', 'p/a-good.jsonl', `{"decision_status":"${GOOD}"}\n{"a":2}\n`, []],
  ['two values a line', 'p/b.jsonl', `{"a":1} {"decision_status":"${GOOD}"}\n`, [UNREADABLE]],
  [
    'duplicate keys in a governed JSON',
    'p/x-model-admission.json',
    '{ "provider": "a", "provider": "b" }\n',
    ['admission/schema', UNREADABLE],
  ],
  [
    'deep nesting',
    'p/x.task.json',
    `${'['.repeat(5000)}${']'.repeat(5000)}\n`,
    ['task/contract', UNREADABLE],
  ],
  [
    'an alias bomb',
    'p/y.task.yaml',
    `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'
      .split('')
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`)
      .join('\n')}\n`,
    ['task/contract', UNREADABLE],
  ],
  ['a cycle', 'p/z.task.yaml', 'a: &a [*a]\n', ['task/contract', UNREADABLE]],
];

const ALL: readonly (readonly [string, readonly Case[]])[] = [
  ['A and G: front matter', FRONT],
  ['G: statuses', STATUSES],
  ['H: secrets', SECRETS],
  ['F: targets in disguise', TARGETS],
  ['G: structured files', PARSERS],
];

const POLICY =
  'targets:\n  - { name: shop, paths: [/srv/acme/shop, ~/work/store], remotes: [git.example.org/acme/shop] }\n';

/** Nested folders of entries, as git's trees are. */
function treeOf(repository: TestRepository, cases: readonly Case[]): string {
  const folders = new Map<string, Case[]>();
  const entries: TreeEntry[] = [];
  for (const one of cases) {
    const [what, path, bytes, rules, mode] = one;
    const slash = path.indexOf('/');
    if (slash < 0) entries.push({ name: path, content: bytes, mode: mode ?? '100644' });
    else {
      const folder = path.slice(0, slash);
      const inside: Case = [
        what,
        path.slice(slash + 1),
        bytes,
        rules,
        ...(mode ? [mode] : []),
      ] as unknown as Case;
      folders.set(folder, [...(folders.get(folder) ?? []), inside]);
    }
  }
  for (const [name, inside] of folders)
    entries.push({ name, mode: '40000', content: treeOf(repository, inside) });
  entries.sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
  return writeTree(repository, entries);
}

let found: Map<string, string[]>;

beforeAll(async () => {
  const repository = new TestRepository([], 'shared');
  const cases = ALL.flatMap(([, some]) => some);
  commitTree(repository, treeOf(repository, [['', 'cto-lint.config.yaml', POLICY, []], ...cases]));
  found = await repository.rulesByPath(['--rev', 'HEAD']);
});

/** What a planning document lacks beside the point of a case. */
const BESIDE_THE_POINT = /^(?:sot|evidence)\//;

function masked(path: string): string {
  return path.replaceAll(TOKEN, '*'.repeat(TOKEN.length));
}

describe.each(ALL)('%s', (_, cases) => {
  it.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, path, , rules]) => {
    const told = (found.get(masked(path)) ?? []).filter((rule) => !BESIDE_THE_POINT.test(rule));
    expect([...told].sort()).toEqual([...rules].sort());
  });
});

describe('no case says more than it was made for', () => {
  it('every finding is of a case', () => {
    const paths = new Set(ALL.flatMap(([, cases]) => cases).map(([, path]) => masked(path)));
    expect([...found.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });
});
