import { describe, expect, it } from 'vitest';
import { authority } from '../../../rules/decision/authority.ts';
import type { Authorship } from '../../../src/route/change.ts';
import { type Files, judge, madeBy } from '../judge.ts';
import { EXTERNAL, LOCAL, RECORD, recordText, UNDECIDED } from '../record.ts';
import { item, PATH } from '../work/item.ts';

const ADA = 'ada@example.com';
const AGENT = 'agent@example.com';

const told = (base: Files, next: Files, authorship: Authorship, authorities: object) =>
  judge(authority, next, { base, authorship, policy: { authorities } });

const open: Files = { [RECORD]: recordText(UNDECIDED, []) };
const decided: Files = { [RECORD]: recordText(EXTERNAL) };
const none = (who: string): string => `The ${who} of this commit is none of those who may change a decision.`;
const unsigned =
  'The commit that changes this decision has no SSH signature of one of the policy’s signers; other kinds of signatures are not looked at.';

describe('who changes a decision', () => {
  it.each<[string, Authorship, object, readonly string[]]>([
    ['an author of the policy', madeBy(ADA), { authors: [ADA] }, []],
    ['in other letters', madeBy('Ada@Example.com '), { authors: [ADA] }, []],
    ['another author', madeBy(AGENT), { authors: [ADA] }, [`10:20 ${none('author')}`]],
    ['a committer of the policy', madeBy(AGENT, { committerEmail: ADA }), { committers: [ADA] }, []],
    [
      'another committer',
      madeBy(ADA, { committerEmail: AGENT }),
      { authors: [ADA], committers: [ADA] },
      [`10:20 ${none('committer')}`],
    ],
    ['a signer', madeBy(AGENT, { signature: 'good' }), { signers: 'keys' }, []],
    ['nobody’s signature', madeBy(ADA), { authors: [ADA], signers: 'keys' }, [`10:20 ${unsigned}`]],
    ['anybody, where nobody is named', madeBy(AGENT), {}, []],
  ])('%s', async (_, authorship, authorities, expected) => {
    expect(await told(open, decided, authorship, authorities)).toEqual(
      expected.map((line) => `${RECORD}:${line}`),
    );
  });
});

describe('what is a change of a decision', () => {
  const faulty = (place: string): string[] => [`${RECORD}:${place} ${none('author')}`];
  it.each<[string, Files, Files, readonly string[]]>([
    ['a new decision', {}, decided, faulty('10:20')],
    ['a new record that decides nothing', {}, open, []],
    ['another branch', decided, { [RECORD]: recordText(LOCAL) }, faulty('10:20')],
    ['another model', decided, { [RECORD]: recordText({ ...EXTERNAL, model: 'gpt-5.6' }) }, faulty('10:20')],
    ['its prose', decided, { [RECORD]: `${recordText(EXTERNAL)}\n## Notes\n\nMore.\n` }, []],
    ['its removal', decided, {}, faulty('1:1')],
    ['the removal of one that decided nothing', open, {}, []],
    ['its new name', decided, { 'route/notes.md': recordText(EXTERNAL) }, faulty('1:1')],
  ])('%s', async (_, base, next, expected) => {
    expect(await told(base, next, madeBy(AGENT), { authors: [ADA] })).toEqual(expected);
    expect(await told(base, next, madeBy(ADA), { authors: [ADA] })).toEqual([]);
  });

  it('is none where a merge takes it over from a parent', async () => {
    const merge = madeBy(AGENT, { takenOver: new Set([RECORD]) });
    expect(await told(open, decided, merge, { authors: [ADA] })).toEqual([]);
  });
});

describe('a pass report', () => {
  const report = `- Pass report: 20260604T101500Z-r1-slugify-4711/report.json, sha256 ${'ab'.repeat(32)}, commit ${'cd'.repeat(20)}, openai-codex gpt-5.5, verified 2026-06-04.`;
  const before: Files = { [PATH]: item('CTO-WORK-020', 'blocked') };
  const after: Files = { [PATH]: item('CTO-WORK-020', 'blocked', ['Evidence:', '', report, '']) };

  it.each<[string, Files, Authorship, object, readonly string[]]>([
    ['added by an authority', before, madeBy(ADA), { authors: [ADA] }, []],
    [
      'added by another',
      before,
      madeBy(AGENT),
      { authors: [ADA] },
      [`${PATH}:17:3 The author of this commit is none of those who may add a pass report.`],
    ],
    [
      'committed by another',
      before,
      madeBy(AGENT),
      { committers: [ADA] },
      [`${PATH}:17:3 The committer of this commit is none of those who may add a pass report.`],
    ],
    [
      'not signed',
      before,
      madeBy(ADA),
      { signers: 'keys' },
      [
        `${PATH}:17:3 The commit that adds this pass report has no SSH signature of one of the policy’s signers; other kinds of signatures are not looked at.`,
      ],
    ],
    ['that was there', after, madeBy(AGENT), { authors: [ADA] }, []],
  ])('%s', async (_, base, authorship, authorities, expected) => {
    expect(await told(base, after, authorship, authorities)).toEqual(expected);
  });
});
