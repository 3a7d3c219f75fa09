import { describe, expect, it } from 'vitest';
import { statusValue } from '../../../rules/decision/status-value.ts';
import { judge } from '../judge.ts';

const ALLOWED = 'not_decided, external_provider_approved or local_provider_required';
const INVALID = `\`decision_status\` is to be ${ALLOWED}.`;
const NEAR_VALUE = 'This value only resembles `not_decided`: write it exactly.';
const NEAR_KEY = 'This key only resembles `decision_status`: write it exactly.';

const good = 'not_decided';
const bad = 'approved';

/** One form of writing a status, and where its value begins. */
const FORMS: readonly (readonly [string, string, (value: string) => string, string])[] = [
  ['a bullet', 'a.md', (v) => `- decision_status: ${v}.\n`, '1:20'],
  ['a bullet without a stop', 'a.md', (v) => `- decision_status: ${v}\n`, '1:20'],
  ['a star', 'a.md', (v) => `* decision_status: ${v}\n`, '1:20'],
  ['a plus', 'a.md', (v) => `+ decision_status: ${v}\n`, '1:20'],
  ['a numbered item', 'a.md', (v) => `1. decision_status: ${v}\n`, '1:21'],
  ['a nested bullet', 'a.md', (v) => `- State\n  - decision_status: ${v}\n`, '2:22'],
  ['a quoted bullet', 'a.md', (v) => `> - decision_status: ${v}\n`, '1:22'],
  ['key and value in code', 'a.md', (v) => `- \`decision_status\`: \`${v}\`.\n`, '1:23'],
  ['a bold key', 'a.md', (v) => `- **decision_status**: ${v}\n`, '1:24'],
  ['a bold key with its colon', 'a.md', (v) => `- **decision_status:** ${v}\n`, '1:24'],
  ['an escaped key', 'a.md', (v) => `- decision\\_status: ${v}\n`, '1:21'],
  ['an entity in the key', 'a.md', (v) => `- decision&#95;status: ${v}\n`, '1:24'],
  ['a full-width colon', 'a.md', (v) => `- decision_status：${v}\n`, '1:19'],
  ['a no-break space', 'a.md', (v) => `- decision_status:\u00a0${v}\n`, '1:20'],
  ['a table row', 'a.md', (v) => `| key | value |\n| --- | --- |\n| decision_status | ${v} |\n`, '3:21'],
  ['a table column', 'a.md', (v) => `| decision_status | by |\n| --- | --- |\n| ${v} | JP |\n`, '3:3'],
  ['front matter', 'a.md', (v) => `---\ndecision_status: ${v}\n---\n`, '2:18'],
  ['a YAML block', 'a.md', (v) => `\`\`\`yaml\ndecision_status: ${v}\n\`\`\`\n`, '2:18'],
  ['a JSON block', 'a.md', (v) => `\`\`\`json\n{ "decision_status": "${v}" }\n\`\`\`\n`, '2:22'],
  ['inline in a sentence', 'a.md', (v) => `It says decision_status=${v}, as agreed.\n`, '1:25'],
  ['inline in code', 'a.md', (v) => `It says \`decision_status=${v}\` as agreed.\n`, '1:26'],
  ['a paragraph', 'a.md', (v) => `decision_status: ${v}.\n`, '1:18'],
  ['CRLF', 'a.md', (v) => `# A\r\n\r\n- decision_status: ${v}.\r\n`, '3:20'],
  ['JSON', 'a.json', (v) => `{ "decision_status": "${v}" }\n`, '1:22'],
  ['JSON with an escaped key', 'a.json', (v) => `{ "decision\\u005fstatus": "${v}" }\n`, '1:27'],
  ['nested JSON', 'a.json', (v) => `{ "a": [{ "decision_status": "${v}" }] }\n`, '1:30'],
  ['YAML', 'a.yaml', (v) => `a:\n  decision_status: ${v}\n`, '2:20'],
  ['quoted YAML', 'a.yml', (v) => `"decision_status": '${v}'\n`, '1:20'],
  ['JSONL', 'a.jsonl', (v) => `{}\n{"decision_status":"${v}"}\n`, '2:20'],
];

describe('a status that is none', () => {
  it.each(FORMS)('in %s is found at its value, its neighbour passes', async (_, path, form, place) => {
    expect(await judge(statusValue, { [path]: form(good) })).toEqual([]);
    expect(await judge(statusValue, { [path]: form(bad) })).toEqual([`${path}:${place} ${INVALID}`]);
  });
});

describe('a status that a sentence begins with, and goes on after', () => {
  const EXTERNAL = 'external_provider_approved';

  it.each([
    ['a comma', `decision_status=${EXTERNAL}, so the local route waits.`],
    ['the value that it is not', `decision_status=${EXTERNAL}, not local_provider_required.`],
    ['a semicolon', `decision_status=${EXTERNAL}; the local route waits.`],
    ['a backtick', `\`decision_status=${EXTERNAL}\` is what holds.`],
    ['a verb', `decision_status=${EXTERNAL} keeps the local item blocked.`],
    ['a date', `decision_status=${EXTERNAL} since 31 May.`],
    ['a bracket', `decision_status = ${EXTERNAL} (see the record).`],
    ['a colon', `decision_status=${EXTERNAL}: the local route waits.`],
    ['another sentence', `decision_status=${EXTERNAL}. The local route waits.`],
  ])('with %s ends there, and its value is judged', async (_, text) => {
    for (const form of [text, `- ${text}`, `## ${text}`]) {
      expect(await judge(statusValue, { 'a.md': `${form}\n` })).toEqual([]);
      expect(await judge(statusValue, { 'a.md': `${form.replace(EXTERNAL, 'approved')}\n` })).toHaveLength(1);
    }
  });

  it.each([
    ['leaves the other one open', `decision_status=${EXTERNAL} or local_provider_required.`],
    ['lists the other one', `decision_status=${EXTERNAL}, local_provider_required`],
    ['goes on in the same word', `decision_status=${EXTERNAL}/local_provider_required, so it waits.`],
    ['resembles one', 'decision_status=External_Provider_Approved, so it waits.'],
    ['has a colon, whose value is all of the item', `decision_status: ${EXTERNAL}, so it waits.`],
    ['has a conflict behind it', 'decision_status=not_decided\n<<<<<<< HEAD\n'],
  ])('is none if it %s', async (_, text) => {
    expect(await judge(statusValue, { 'a.md': `- ${text}\n` })).toHaveLength(1);
  });

  it('is the whole item in what a record states itself', async () => {
    const record = (section: string): Record<string, string> => ({
      'A-DECISION-RECORD.md': `# Record\n\n## ${section}\n\n- decision_status=${EXTERNAL}, as agreed.\n`,
    });
    expect(await judge(statusValue, record('Notes'))).toEqual([]);
    expect(await judge(statusValue, record('Current Decision State'))).toHaveLength(1);
  });
});

describe('a status in a merge that is not finished', () => {
  const conflict = (rest: string): string =>
    `<<<<<<< HEAD\n- decision_status: not_decided.\n${rest}- decision_status: local_provider_required.\n`;
  const MARKED = `A merge is unfinished here: \`decision_status\` is to be ${ALLOWED}, with no conflict marker behind it.`;

  it.each([
    ['two sides', '=======\n', ['a.md:2:20']],
    ['three', '||||||| base\n- decision_status: not_decided\n=======\n', ['a.md:2:20', 'a.md:4:20']],
    ['a rule of dashes', '\n-------\n', []],
  ])('is told of the marker: %s', async (_, rest, places) => {
    expect(await judge(statusValue, { 'a.md': conflict(rest) })).toEqual(
      places.map((place) => `${place} ${MARKED}`),
    );
  });

  it('is no status of fewer signs', async () => {
    expect(await judge(statusValue, { 'a.md': '- decision_status: approved ======\n' })).toEqual([
      `a.md:1:20 ${INVALID}`,
    ]);
  });
});

describe('the rows of a column', () => {
  const table = (...cells: readonly string[]): string =>
    `| route | decision_status |\n| --- | --- |\n${cells.map((cell) => `| cto | ${cell} |\n`).join('')}`;

  it.each([
    ['all in order', table('not_decided', 'local_provider_required'), []],
    ['the second', table('not_decided', 'open'), [`a.md:4:9 ${INVALID}`]],
    [
      'the first and the third',
      table('x', 'not_decided', 'y'),
      [`a.md:3:9 ${INVALID}`, `a.md:5:9 ${INVALID}`],
    ],
    ['one behind an empty cell', table('not_decided', '', 'open'), [`a.md:5:9 ${INVALID}`]],
    ['an empty cell further down', table('not_decided', ''), []],
    [
      'a key that only resembles',
      table('a', 'b').replace('decision_status', 'Decision_Status'),
      [`a.md:1:11 ${NEAR_KEY}`],
    ],
  ])('are read: %s', async (_, text, expected) => {
    expect(await judge(statusValue, { 'a.md': text })).toEqual(expected);
  });
});

const RECORD = 'route/.sot/X-MODEL-DECISION-RECORD.md';
const LIST = '`not_decided`, `external_provider_approved` or `local_provider_required`';
const BARS = 'not_decided | external_provider_approved | local_provider_required';

describe('what describes the field', () => {
  const inState = (line: string): string => `# R\n\n## Current Decision State\n\n${line}\n`;

  it.each([
    ['an item', 'a.md', `- \`decision_status\`: one of ${LIST}.\n`],
    ['with more behind it', 'a.md', `- \`decision_status\`: ${LIST}. The first is the default.\n`],
    ['with remarks', 'a.md', `- decision_status: ${LIST.replaceAll('`,', '` (as it is),')}\n`],
    ['without a list', 'a.md', '- `decision_status`: required, one of three values\n'],
    ['its type', 'a.md', '- decision_status: string, required\n'],
    ['its source', 'a.md', '* `decision_status`: see the record\n'],
    ['a row', 'a.md', `| key | allowed values |\n|---|---|\n| \`decision_status\` | ${LIST} |\n`],
    [
      'a column',
      'a.md',
      '| decision_status | gate |\n|---|---|\n| not_decided | a |\n| any other value | b |\n',
    ],
    ['a YAML block', 'a.md', `\`\`\`yaml\ndecision_status: ${BARS}\n\`\`\`\n`],
    ['a JSON block', 'a.md', '```json\n{ "decision_status": "<one of the three values>" }\n```\n'],
    ['a list of JSON', 'a.json', `{ "decision_status": ["${BARS.replaceAll(' | ', '", "')}"] }\n`],
    ['a part of a record', RECORD, `# R\n\n## Fields\n\n- decision_status: ${LIST}\n`],
  ])('is no value: %s', async (_, path, text) => {
    expect(await judge(statusValue, { [path]: text })).toEqual([]);
  });

  it.each([
    ['other values', 'a.md', '- decision_status: approved | pending\n', '1:20'],
    ['one of others', 'a.md', '- decision_status: one of approved, pending\n', '1:20'],
    ['some of them', 'a.md', '- decision_status: not_decided | external_provider_approved\n', '1:20'],
    ['one too many', 'a.md', `- decision_status: ${BARS} | approved\n`, '1:20'],
    ['one that is chosen', 'a.md', `- decision_status: ${LIST} (the current one)\n`, '1:21'],
    ['words of another kind', 'a.md', '- decision_status: required by JP\n', '1:20'],
    ['a state', 'a.md', '- decision_status: the state of the decision\n', '1:20'],
    ['front matter', 'a.md', `---\ndecision_status: ${BARS}\n---\n`, '2:18'],
    ['data without a list', 'a.yaml', 'decision_status: required\n', '1:18'],
    ['the state of a record', RECORD, inState(`- decision_status: ${BARS}`), '5:20'],
    ['a block of it', RECORD, inState(`\`\`\`yaml\ndecision_status: ${BARS}\n\`\`\``), '6:18'],
    ['what it remembers', RECORD, `## Decision History\n\n- decision_status: ${LIST}\n`, '3:21'],
  ])('is none of that: %s', async (_, path, text, place) => {
    expect(await judge(statusValue, { [path]: text })).toEqual([`${path}:${place} ${INVALID}`]);
  });
});

describe('a counter-example', () => {
  it.each([
    'Do not write `decision_status: approved`.',
    'Never set the field to `decision_status=approved`.',
    'Write `decision_status: not_decided` instead of `decision_status: open`.',
    'Write `decision_status: not_decided`, not `Decision_Status: not_decided`.',
    'A wrong value such as `decision_status: approved` is refused.',
    '- `decision_status: approved` is no valid state.',
    '| wrong | right |\n|---|---|\n| never write `decision_status: open` | `decision_status: not_decided` |',
  ])('passes: %s', async (text) => {
    expect(await judge(statusValue, { 'a.md': `${text}\n`, [RECORD]: `${text}\n` })).toEqual([]);
  });

  it.each([
    'Do not write decision_status=approved here.',
    'It is not disputed that `decision_status: approved` holds.',
    'We never agreed. The record has `decision_status: approved` now.',
    'Do not worry: `decision_status: approved`.',
    'The value `decision_status: approved` is not yet recorded.',
    'Do not write\n\n- `decision_status: approved`',
  ])('is none: %j', async (text) => {
    expect(await judge(statusValue, { 'a.md': `${text}\n` })).toHaveLength(1);
  });

  it('is found in megabytes of them', async () => {
    const text = 'Do not write `decision_status: approved`, '.repeat(20_000);
    expect(await judge(statusValue, { 'a.md': `${text}\n` })).toEqual([]);
  });
});

describe('a status in plain words', () => {
  const path = 'route/.sot/X-MODEL-DECISION-RECORD.md';
  it.each([
    ['an item', '- Decision status: approved.', '1:3'],
    ['a bold label', '**Decision Status:** approved', '1:3'],
    ['a row', '| Field | Value |\n| --- | --- |\n| Decision status | not_decided |', '3:3'],
  ])('of a record is %s beside the key', async (_, text, place) => {
    expect(await judge(statusValue, { [path]: `${text}\n` })).toEqual([`${path}:${place} ${NEAR_KEY}`]);
  });

  it.each([
    ['of another document', 'notes/plan.md', '- Decision status: approved.'],
    ['that leads to another record', path, '- Decision status: see the record of March.'],
    ['in a sentence', path, 'The decision status is not decided here.'],
  ])('%s passes', async (_, at, text) => {
    expect(await judge(statusValue, { [at]: `${text}\n` })).toEqual([]);
  });
});

describe('a full stop in a code block', () => {
  const stop = 'The full stop is part of this value: write `not_decided` without it.';
  it.each([
    ['', []],
    ['md', []],
    ['yaml', [`a.md:2:18 ${stop}`]],
    ['toml', [`a.md:2:18 ${stop}`]],
  ])('of %s', async (language, expected) => {
    const text = `\`\`\`${language}\ndecision_status: not_decided.\n\`\`\`\n`;
    expect(await judge(statusValue, { 'a.md': text })).toEqual(expected);
  });
});

describe('what only resembles', () => {
  it.each([
    ['- decision_status: Not_Decided', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: not-decided', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: nоt_decided', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: ｎｏｔ_decided', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: not\u200b_decided', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: not_decide', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision_status: not_decided..', [`a.md:1:20 ${NEAR_VALUE}`]],
    ['- decision-status: not_decided', [`a.md:1:3 ${NEAR_KEY}`]],
    ['- Decision_Status: not_decided', [`a.md:1:3 ${NEAR_KEY}`]],
    ['- decision_statuss: not_decided', [`a.md:1:3 ${NEAR_KEY}`]],
    ['- decisiоn_status: not_decided', [`a.md:1:3 ${NEAR_KEY}`]],
    ['- decision_status: not_decided', []],
    ['Decision status: open.', []],
    ['The decision is a matter of status: it takes time.', []],
  ])('%j', async (text, expected) => {
    expect(await judge(statusValue, { 'a.md': `${text}\n` })).toEqual(expected);
  });
});

describe('a status without a value, or with another policy', () => {
  it('is told where the key stands', async () => {
    expect(await judge(statusValue, { 'a.yaml': 'decision_status:\n' })).toEqual([
      `a.yaml:1:1 \`decision_status\` has no value: it is to be ${ALLOWED}.`,
    ]);
  });
  it('is nobody’s where the policy has no decision', async () => {
    const policy = { extends: 'none' };
    expect(await judge(statusValue, { 'a.md': '- decision_status: approved\n' }, { policy })).toEqual([]);
  });
  it('under a plain word is looked for in records and packets alone', async () => {
    const policy = {
      extends: 'none',
      kinds: { 'decision-record': ['adr/*.md'] },
      decision: {
        status: 'status',
        section: 'Decision',
        history: { section: 'Past', label: 'Before' },
        identity: 'area',
        undecided: 'proposed',
        transitions: { proposed: ['accepted'] },
        renew: [],
        branches: { accepted: { title: 'Accepted', fields: {} } },
      },
    };
    const text = '# A\n\n## Decision\n\n- status: done\n';
    const beside = { 'work.md': '# Work\n\nStatus: done\n', 'a.yaml': 'status: done\n' };
    expect(await judge(statusValue, { 'adr/1.md': text, ...beside }, { policy })).toEqual([
      'adr/1.md:5:11 `status` is to be proposed or accepted.',
    ]);
  });
  it('is not looked for in files of other formats', async () => {
    expect(await judge(statusValue, { 'a.py': 'decision_status = "approved"\n' })).toEqual([]);
  });

  const silent = async (path: string, text: string) =>
    (await judge(statusValue, { [path]: text })).length === 0;

  it.each([
    ['docs/form.json', '{"fields":{"decision_status":{"label":"State","required":true}}}', true],
    ['docs/form.json', '{"fields":{"decision_status":{"type":"string","description":"x"}}}', true],
    ['docs/form.yaml', 'decision_status:\n  description: the state\n  required: true\n', true],
    ['docs/form.json', '{"decision_status":{"label":"approved"}}', false],
    ['docs/form.json', '{"decision_status":{"required":true,"const":"approved"}}', false],
    ['docs/form.json', '{"decision_status":{"required":true,"value":"approved"}}', false],
    ['docs/form.json', '{"decision_status":{"required":"approved"}}', false],
    ['docs/a.md', 'Set decision_status=$STATUS in the script.\n', true],
    ['docs/a.md', '- decision_status=$' + '{STATUS}\n', true],
    ['docs/a.md', 'Set decision_status=approved in the script.\n', false],
    ['docs/a.md', 'decision_status=$5\n', false],
  ])('%s with %j is silent: %s', async (path, text, expected) => {
    expect(await silent(path, text)).toBe(expected);
  });
});
