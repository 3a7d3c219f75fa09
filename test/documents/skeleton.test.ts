import { describe, expect, it } from 'vitest';
import { resembles, skeleton } from '../../src/documents/skeleton.ts';

describe('resembles', () => {
  it.each([
    'Decision_Status',
    'DECISION_STATUS',
    'decision-status',
    'decision.status',
    'decision‐status',
    'decisionstatus',
    'decisionStatus',
    'decision__status',
    'decision_statuss',
    'decison_status',
    'decision_satus',
    'decisoin_status',
    'decision_sta\u00adtus',
    'decision\u200b_status',
    'decision_status\u2060',
    'ｄｅｃｉｓｉｏｎ＿ｓｔａｔｕｓ',
    'dесisiоn_stаtus',
    'decisiοn_stαtus',
    '𝐝𝐞𝐜𝐢𝐬𝐢𝐨𝐧_𝐬𝐭𝐚𝐭𝐮𝐬',
    'decision_ﬆatus',
    'décision_status',
    'decision_sttaus',
    'decision\\_status',
    'decision_status\u0000',
    'DECISION_STATUŠ',
    'ԁесіѕіоп_ѕтатυѕ',
  ])('%j is read as decision_status', (text) => {
    expect(resembles(text, 'decision_status')).toBe(true);
  });

  it.each([
    'decision_status',
    'decision',
    'status',
    'decision_state',
    'decisions_statuses',
    'division_stats',
    '',
    'x'.repeat(10_000),
  ])('%j is not, or is the word itself', (text) => {
    expect(resembles(text, 'decision_status')).toBe(false);
  });

  it('asks for the same skeleton in short words', () => {
    expect([resembles('modle', 'model'), resembles('mοdel', 'model'), resembles('MODEL', 'model')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('makes a skeleton of a skeleton itself', () => {
    for (const text of ['Dесision – Stаtus', 'ＡＢ－ｃ', 'ﬁ·x'])
      expect(skeleton(skeleton(text))).toBe(skeleton(text));
  });
});
