import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWords, mayHoldWord, wordsOf } from '../../../src/documents/statements/words.ts';

/** What words are made of, and what lies between them. */
const TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "can't",
          'CANNOT',
          "won't",
          'dont',
          "it's",
          "n't",
          'not_decided',
          'CTO-WORK-020',
          '5.5',
          'İ',
          'ΟΔΟΣ',
        ],
        ...['ʼ', '’', "'", '-', '‑', ' ', '.', '“', 'K'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

describe('what is told of a text without taking it apart', () => {
  it.each([
    ['a', true],
    ['_', true],
    ['ä', true],
    ['— “”', false],
    ["'", false],
    ['ʼ', false],
    ['', false],
  ])('%j holds words: %j', (text, expected) => {
    expect(holdsWords(text)).toBe(expected);
    expect(wordsOf(text).length > 0).toBe(expected);
  });

  it('holds words where there are any', () => {
    fc.assert(fc.property(TEXT, (text) => holdsWords(text) === wordsOf(text).length > 0));
  });

  it('may hold each of its words that a policy can name', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const words = wordsOf(text).filter(({ lower }) => /^[\0-\x7f]+$/.test(lower));
        return words.every(({ lower }) => mayHoldWord(text, lower));
      }),
    );
  });

  it('holds no word that is not there', () => {
    expect(mayHoldWord('It was decided.', 'decision_status')).toBe(false);
    expect(mayHoldWord('It is `Decision_Status`.', 'decision_status')).toBe(true);
  });

  it('tells apostrophes of any kind as one', () => {
    expect(wordsOf('o’clock’ish')[0]?.lower).toBe('o');
    expect(wordsOf("canʼt’isn't")[0]?.lower).toBe("can't'is");
    expect(mayHoldWord("canʼt’isn't", "can't'is")).toBe(true);
    expect(mayHoldWord("canʼt isn't", "can't'is")).toBe(false);
  });
});
