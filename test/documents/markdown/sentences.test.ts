import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/documents/markdown/sentences.ts';

describe('sentences', () => {
  it.each([
    ['One. Two.', ['One.', 'Two.']],
    ['Is it so? It is!', ['Is it so?', 'It is!']],
    ['Model gpt-5.5 is meant.', ['Model gpt-5.5 is meant.']],
    ['See report.json for it.', ['See report.json for it.']],
    ['Some things, e.g. Case, run.', ['Some things, e.g. Case, run.']],
    ['It ends (so it says.) Then more.', ['It ends (so it says.)', 'Then more.']],
    ['No stop at the end', ['No stop at the end']],
    ['  spaces around.  ', ['spaces around.']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(sentencesOf({ text }).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it.each([
    ['Il dit. Été.', ['Il dit.', 'Été.']],
    ['Il dit. été.', ['Il dit. été.']],
    ['“Yes.” Then more.', ['“Yes.”', 'Then more.']],
  ])('%s, beyond ASCII', (text, sentences) => {
    expect(sentencesOf({ text }).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it('are those of a text that goes beyond ASCII at its end', () => {
    const signs = fc.constantFrom(...'aB. !?"\')]\n1e.g.');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (start) => {
        const plain = sentencesOf({ text: `${start}a` });
        const other = sentencesOf({ text: `${start}aé` });
        expect(other.slice(0, -1)).toEqual(plain.slice(0, -1));
        expect(other.at(-1)).toEqual({
          ...plain.at(-1)!,
          text: `${plain.at(-1)!.text}é`,
          end: plain.at(-1)!.end + 1,
        });
      }),
    );
  });

  it('says where each stands', () => {
    const text = ' One.  Two. ';
    for (const sentence of sentencesOf({ text })) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    }
  });
});
