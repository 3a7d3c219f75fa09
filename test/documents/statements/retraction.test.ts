import { describe, expect, it } from 'vitest';
import { isRetracted } from '../../../src/documents/statements/retraction.ts';

const BARE = 'No file may be copied.';

const behind = (follows: string): boolean => isRetracted({ text: BARE, follows, section: undefined });
const beside = (text: string): boolean => isRetracted({ text, section: undefined });

describe('the sentence behind a statement', () => {
  it.each([
    'This no longer holds.',
    'That was dropped.',
    'This rule was withdrawn in June.',
    'It has since been waived.',
    'We dropped this on 2026-06-01.',
    'However, this is obsolete.',
    'This does not apply any more.',
    'None of this is in force.',
    'Waived for r1.',
    'No longer true.',
    'Except for the storefront.',
    'Unless a ticket exists.',
    'Only for Anthropic.',
    'Until July.',
  ])('takes it back: %s', (follows) => expect(behind(follows)).toBe(true));

  it.each([
    'This is never waived.',
    'This still holds.',
    'This does not apply to artificial fixtures.',
    'It was dropped once and is back again.',
    'It was decided in May.',
    'Nothing else is.',
    'The old rule was dropped.',
    'Until JP decides, nothing runs.',
    'Only JP may change it.',
    'This is not negotiable.',
  ])('leaves it standing: %s', (follows) => expect(behind(follows)).toBe(false));
});

describe('what is set off within a sentence', () => {
  it.each([
    'No file may be copied (waived for r1).',
    'No file may be copied; this no longer holds.',
    'No file may be copied - withdrawn.',
    'No file may be copied, dropped in May.',
    'Obsolete: no file may be copied.',
    'No file may be copied: withdrawn',
  ])('takes it back: %s', (text) => expect(beside(text)).toBe(true));

  it.each([
    BARE,
    'No file may be copied (this is never waived).',
    'No file may be copied; the old rule was dropped.',
    'No file may be copied, dropped files included.',
    'No file may be copied (see the withdrawn record).',
  ])('leaves it standing: %s', (text) => expect(beside(text)).toBe(false));
});

it('stays linear on hostile text', () => {
  const long = `${'this is was been '.repeat(50_000)}; (`.repeat(2);
  expect(beside(long)).toBe(false);
  expect(behind(long)).toBe(false);
});
