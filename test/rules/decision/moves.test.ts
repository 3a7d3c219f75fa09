import { describe, expect, it } from 'vitest';
import { RULES } from '../../../rules/registry.ts';
import { judge } from '../judge.ts';
import { BESIDE, COMMITS, EXTERNAL, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';
import { MOVED, record } from './changed-record.ts';

describe('a decision that moves as it should', () => {
  it.each([
    ['first, to the external branch', record(UNDECIDED, []), record(EXTERNAL)],
    ['first, to the local branch', record(UNDECIDED, []), record(LOCAL)],
    ['from external to local', record(EXTERNAL), record(LOCAL, MOVED)],
    [
      'and back to external, with a third approval',
      record(LOCAL, MOVED),
      record({ ...EXTERNAL, approval_source: 'JP, third note of 2026-06-12' }, [
        ...MOVED,
        'local_provider_required',
      ]),
    ],
    ['with the newest past state first', record(EXTERNAL), record(LOCAL, [...MOVED].reverse())],
    ['as a new record', {}, record(EXTERNAL)],
    [
      'to another model under a new approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, model: 'gpt-5.6', approval_source: 'JP, note of 2026-06-12' }),
    ],
    ['in no field at all', record(EXTERNAL), record(EXTERNAL)],
    [
      'to another file name',
      record(EXTERNAL),
      { ...BESIDE, 'route/OTHER-DECISION-RECORD.md': recordText(EXTERNAL) },
    ],
    [
      'in what is no part of the approval',
      record(EXTERNAL),
      record({ ...EXTERNAL, review_trigger: 'before 2027-01-31' }),
    ],
    [
      'in the remark after a class',
      record(EXTERNAL),
      record({ ...EXTERNAL, credential_source_class: 'team-oauth-config; no secret value' }),
    ],
  ])('%s', async (_, base, next) => {
    const rules = RULES.filter(({ id }) => /^(?:decision|evidence|secrets|admission)\//.test(id));
    expect(await judge(rules, next, { base, commits: COMMITS })).toEqual([]);
  });
});

describe('a change after which the state is unclear', () => {
  it.each([
    ['a misspelt status', { ...EXTERNAL, decision_status: 'external_provider_aproved' }],
    ['a status that is none', { ...EXTERNAL, decision_status: 'pending' }],
    ['no status', { ...EXTERNAL, decision_status: '' }],
  ])('%s is one finding', async (_, fields) => {
    const all = RULES.filter((rule) => /^(?:decision\/|work\/drift)/.test(rule.id));
    expect(await judge(all, record(fields), { base: record(EXTERNAL), commits: COMMITS })).toHaveLength(1);
    const one = RULES.filter((rule) => rule.id === 'decision/status-value');
    expect(await judge(one, record(fields), { base: record(EXTERNAL) })).toHaveLength(1);
  });

  it('is one finding for a misspelt key, and for two statuses', async () => {
    const text = record(EXTERNAL)[RECORD] as string;
    const all = RULES.filter((rule) => /^(?:decision\/|work\/drift)/.test(rule.id));
    const told = (next: string) =>
      judge(all, { ...BESIDE, [RECORD]: next }, { base: record(EXTERNAL), commits: COMMITS });
    expect(await told(text.replace('decision_status:', 'decision_statuss:'))).toHaveLength(1);
    expect(
      await told(text.replace(/^- decision_status.*$/m, '$&\n- decision_status: local_provider_required.')),
    ).toHaveLength(1);
  });
});
