import { describe, expect, it } from 'vitest';
import { mayMention } from '../../src/documents/may-mention.ts';

describe('mayMention', () => {
  it.each([
    'decision_status: x',
    'DECISION-STATUS',
    'decision.status',
    'decisionStatus',
    'decision status',
    '**decision**_status',
    '`decision_status`',
    'decision\\_status',
    'decision&#95;status',
    'decision&#095;status',
    'decision&#x5f;status',
    'decision&lowbar;status',
    'decision&UnderBar;status',
    'decision\\u005fstatus',
    'decision\\x5fstatus',
    'decision\\U0000005fstatus',
    '\\u0064\\u0065cision_st\\u0061tus',
    '\\u0064ecision_statuｓ',
    '\\u{64}ecision_statuｓ',
    '&#100;ecision_st&#97;tus',
    'd&#x65;cision_stat&#117;s',
    'decision%5fstatus',
    'decison_status',
    'decision_statuss',
    'decisionn_status',
    'decision_sttaus',
    'deicsion_status',
    'dekision_status',
    'decision_xtatus',
    'ecision_status',
    'decision_statu',
    'ｄｅｃｉｓｉｏｎ＿ｓｔａｔｕｓ',
    'dесisiоn_stаtus',
    'dec\u00adi\u200bsion_sta\u2060tus',
    'decision_ﬆatus',
    '𝐝ecision_𝐬tatus',
    'de\u0301cision_status',
    'decision\u0000_status',
    'a\u00e9 decision_status',
  ])('sees %j', (text) => {
    expect(mayMention(`some text ${text} and more`, 'decision_status')).toBe(true);
  });

  it('knows every sign whose compatibility form is a letter or an underscore', () => {
    const missed: string[] = [];
    for (let code = 0x80; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const sign = String.fromCodePoint(code);
      const letters = sign.normalize('NFKC');
      if (!/^[a-z]+$/i.test(letters)) continue;
      if (!mayMention(`${sign.repeat(4)}_status`, `${letters.repeat(4)}_status`))
        missed.push(code.toString(16));
    }
    expect(missed).toEqual([]);
  });

  it.each([
    'the status of a decision',
    'a decision about nothing',
    'Ein Beschluß über état',
    'x'.repeat(1000),
    '',
  ])('does not see it in %j', (text) => {
    expect(mayMention(text, 'decision_status')).toBe(false);
  });

  it.each([
    'plain ascii text with nothing in it. ',
    'status ',
    'decision ',
    'decision   ',
    'ünicode tëxt ',
    '\\u0064 ',
    '&#100;',
    'decisio',
    'statu',
  ])('comes to an end with a megabyte of %j', (piece) => {
    expect(mayMention(piece.repeat(2 ** 20 / piece.length), 'decision_status')).toBe(false);
  });
});
