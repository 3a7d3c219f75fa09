import { describe, expect, it } from 'vitest';
import { RULES } from '../../../rules/registry.ts';
import { findingsOf } from '../judge.ts';
import {
  ALL_FORMS,
  BESIDE,
  COMMITS,
  EXTERNAL,
  type Fields,
  LOCAL,
  RECORD,
  recordText,
  UNDECIDED,
} from '../record.ts';

const ABOUT_RECORDS = RULES.filter(({ id }) =>
  /^(?:decision|admission|secrets)\/|^evidence\/references$/.test(id),
);

/** `rule line:column` of every finding that all rules about records have. */
async function told(text: string): Promise<readonly string[]> {
  const findings = await findingsOf(ABOUT_RECORDS, { ...BESIDE, [RECORD]: text }, { commits: COMMITS });
  return findings.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);
}

function without(fields: Fields, key: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== key));
}

describe.each([
  ['external', EXTERNAL],
  ['local', LOCAL],
  ['undecided', UNDECIDED],
] as const)('a record in order: %s', (_, fields) => {
  it.each(ALL_FORMS)('as %s has no finding', async (form) => {
    expect(await told(recordText(fields, ['not_decided'], form))).toEqual([]);
  });
});

// The first field stands in line 10, one a line.
const KEYS = Object.keys(EXTERNAL).slice(1);
const lineOf = (key: string): number => 10 + Object.keys(EXTERNAL).indexOf(key);
const column = (key: string): number => `- ${key}: `.length + 1;

describe.each([
  ['external', EXTERNAL],
  ['local', LOCAL],
] as const)('every field of a record: %s', (_, fields) => {
  const text = recordText(fields);

  it.each(KEYS)('%s removed', async (key) => {
    expect(await told(recordText(without(fields, key)))).toEqual(['decision/branch-fields 10:20']);
  });

  it.each(KEYS.filter((key) => fields[key] !== ''))('%s emptied', async (key) => {
    expect(await told(recordText({ ...fields, [key]: '' }))).toEqual([
      `decision/branch-fields ${lineOf(key)}:3`,
    ]);
  });

  it.each(KEYS)('%s in capitals', async (key) => {
    expect(await told(text.replace(`- ${key}:`, `- ${key.toUpperCase()}:`))).toEqual([
      `decision/branch-fields ${lineOf(key)}:3`,
    ]);
  });

  it.each(KEYS.filter((key) => key.length > 8))('%s misspelt by a letter', async (key) => {
    expect(await told(text.replace(`- ${key}:`, `- ${key}s:`))).toEqual([
      `decision/branch-fields ${lineOf(key)}:3`,
    ]);
  });

  it.each(KEYS)('%s doubled', async (key) => {
    const line = `- ${key}: ${fields[key]}.`;
    expect(await told(text.replace(line, `${line}\n${line}`))).toEqual([
      `decision/branch-fields ${lineOf(key) + 1}:3`,
    ]);
  });

  it.each(KEYS)('%s repeated in front matter, alike', async (key) => {
    expect(await told(text.replace('route: model', `route: model\n${key}: "${fields[key]}"`))).toEqual([]);
  });

  it.each(KEYS)('%s moved to front matter', async (key) => {
    const moved = recordText(without(fields, key)).replace(
      'route: model',
      `route: model\n${key}: "${fields[key]}"`,
    );
    expect(await told(moved)).toEqual([]);
  });

  it.each(KEYS)('%s moved out of the current state', async (key) => {
    const moved = recordText(without(fields, key)).replace(
      'Previous state:',
      `- ${key}: ${fields[key]}.\n\nPrevious state:`,
    );
    expect(await told(moved)).toEqual(['decision/branch-fields 10:20']);
  });
});

const PLACEHOLDERS: readonly (readonly [string, readonly string[]])[] = [
  ['provider_class', ['branch-fields']],
  ['provider', ['exact-model']],
  ['model', ['exact-model']],
  ['approval_source', ['approval-source']],
  ['credential_source_class', ['branch-fields']],
  ['allowed_network_class', ['branch-fields']],
  ['review_trigger', ['branch-fields', 'review-trigger']],
  ['effect', ['branch-fields']],
];

describe('a placeholder for a value', () => {
  it.each(PLACEHOLDERS)('in %s', async (key, rules) => {
    const expected = rules.map((rule) => `decision/${rule} ${lineOf(key)}:${column(key)}`);
    expect(await told(recordText({ ...EXTERNAL, [key]: 'TBD' }))).toEqual(expected);
  });

  it('in evidence_sources names nothing, and leads to nothing', async () => {
    expect(await told(recordText({ ...EXTERNAL, evidence_sources: 'TBD' }))).toEqual([
      'decision/branch-fields 18:21',
      'evidence/references 18:21',
    ]);
  });
});

describe('the status itself', () => {
  const text = recordText(EXTERNAL);
  const line = '- decision_status: external_provider_approved.';
  it.each([
    ['removed', recordText(without(EXTERNAL, 'decision_status')), ['decision/single-state 8:1']],
    ['emptied', recordText({ ...EXTERNAL, decision_status: '' }), ['decision/status-value 10:3']],
    ['misspelt', text.replace('decision_status', 'decision_statuss'), ['decision/status-value 10:3']],
    ['with a hyphen', text.replace('decision_status', 'decision-status'), ['decision/status-value 10:3']],
    ['doubled', text.replace(line, `${line}\n${line}`), ['decision/single-state 11:20']],
    [
      'doubled, another',
      text.replace(line, `${line}\n- decision_status: not_decided.`),
      ['decision/single-state 11:20'],
    ],
    [
      'in the history only',
      recordText(without(EXTERNAL, 'decision_status'), ['external_provider_approved']),
      ['decision/single-state 8:1'],
    ],
    [
      'in front matter, alike',
      text.replace('route: model', 'route: model\ndecision_status: external_provider_approved'),
      [],
    ],
    [
      'in front matter, another',
      text.replace('route: model', 'route: model\ndecision_status: not_decided'),
      ['decision/single-state 11:20'],
    ],
    ['mentioned elsewhere', `${text}\n## Meaning\n\nUntil then decision_status=not_decided held.\n`, []],
    [
      'under a misspelt heading',
      text.replace('## Current Decision State', '## Curent State'),
      ['decision/single-state 1:1'],
    ],
  ])('%s', async (_, changed, expected) => {
    expect(await told(changed)).toEqual(expected);
  });
});

describe('a record in YAML, where the policy takes one for a record', () => {
  const policy = { kinds: { 'decision-record': ['route/*-decision.yaml'] } };
  const PATH = 'route/model-decision.yaml';
  const yaml = (fields: Fields, history: string): string =>
    `route: model\ncurrent_decision_state:\n${Object.entries(fields)
      .map(([key, value]) => `  ${key}: "${value}"\n`)
      .join('')}decision_history:\n  - decision_status: ${history}\n`;
  const toldOf = async (text: string): Promise<readonly string[]> => {
    const findings = await findingsOf(
      ABOUT_RECORDS,
      { ...BESIDE, [PATH]: text },
      { commits: COMMITS, policy },
    );
    return findings.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);
  };

  it('is read like any other', async () => {
    expect(await toldOf(yaml(EXTERNAL, 'not_decided'))).toEqual([]);
    expect(await toldOf(yaml(without(EXTERNAL, 'model'), 'not_decided'))).toEqual([
      'decision/branch-fields 3:20',
    ]);
    expect(await toldOf(yaml({}, 'external_provider_approved'))).toEqual(['decision/single-state 1:1']);
  });
});
