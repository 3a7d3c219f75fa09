import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/documents/statements/reading.ts';

/** The sentence with a minus before each word that it denies. */
function denials(text: string, setting = {}): string {
  const { words, denied } = readingOf(text, setting);
  return words.map(({ lower }, at) => (denied[at] ? `-${lower}` : lower)).join(' ');
}

function isDenied(text: string, word: string, setting = {}): boolean {
  const { words, denied } = readingOf(text, setting);
  return denied[words.findIndex(({ lower }) => lower === word)]!;
}

describe('what a negation reaches', () => {
  it.each([
    ['They ship, and do not sleep.', 'they ship -and -do -not -sleep'],
    ['Ship it, not them.', 'ship it -not -them'],
    ['It is not a but b.', 'it is -not -a but b'],
  ])('%s', (text, expected) => {
    const words = (marked: string): string[] =>
      marked.split(' ').filter((word) => /^-?(ship|sleep|it|them|a|b)$/.test(word));
    expect(words(denials(text))).toEqual(words(expected));
  });

  it.each([
    ['The plan does not ship it.', 'ship', true],
    ["The plan doesn't ship it.", 'ship', true],
    ['The plan ships nothing.', 'ships', true],
    ['No plan ships it.', 'ships', true],
    ['Neither plan ships it.', 'ships', true],
    ['The plan forbids shipping.', 'shipping', true],
    ['Shipping is forbidden.', 'shipping', true],
    ['Shipping is out of scope.', 'shipping', true],
    ['The plan ends without shipping.', 'shipping', true],
    ['The plan waits instead of shipping.', 'shipping', true],
    ['The plan does not say that it ships.', 'ships', true],
    ['It is not true that the plan ships.', 'ships', true],
    ['The plan does not forbid shipping.', 'shipping', false],
    ['Nothing prevents shipping.', 'shipping', false],
    ['The plan not only waits, it ships.', 'ships', false],
    ['The plan does not wait, but ships.', 'ships', false],
    ['The plan does not wait; it ships.', 'ships', false],
    ['The no-wait plan ships.', 'ships', false],
    ['Nothing but the plan ships.', 'ships', false],
    ['There is no doubt that the plan ships.', 'ships', false],
    ['It is false that the plan does not ship.', 'ship', false],
    ['A plan that is not old ships.', 'old', true],
  ])('%s: %s %s', (text, word, denied) => {
    expect(isDenied(text, word)).toBe(denied);
  });
});

describe('what leads a list in', () => {
  it.each([
    ['The plan must not:', 'ship anything', 'ship', true],
    ['Out of scope:', 'shipping', 'shipping', true],
    ['The plan will:', 'ship everything', 'ship', false],
    ['Steps:', 'ship nothing', 'ship', true],
  ])('%s %s', (label, text, word, denied) => {
    expect(isDenied(text, word, { label })).toBe(denied);
  });

  it('is a heading of what is not to be', () => {
    expect(isDenied('Ship it.', 'ship', { denied: true })).toBe(true);
    expect(isDenied('Do not ship it.', 'ship', { denied: true })).toBe(true);
    expect(isDenied('Ship it.', 'ship')).toBe(false);
  });
});
