import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/documents/sentences.ts';

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

  it('says where each stands', () => {
    const text = ' One.  Two. ';
    for (const sentence of sentencesOf({ text })) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    }
  });
});
