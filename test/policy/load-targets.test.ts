import { describe, expect, it } from 'vitest';
import { loadTargetList, loadTargets } from '../../src/policy/load-targets.ts';
import { PolicyError } from '../../src/policy/policy-error.ts';

function fault(text: string): string {
  try {
    loadTargetList(text, 'list of targets');
  } catch (error) {
    if (error instanceof PolicyError) return `${error.line ?? '-'}: ${error.message}`;
    throw error;
  }
  return 'fine';
}

describe('a list of targets outside of the policy', () => {
  const SHOP = '- { name: shop, paths: [/srv/shop] }\n';
  it.each([
    [SHOP, 'fine'],
    [`targets:\n  ${SHOP}`, 'fine'],
    [`${SHOP}- { name: a }\n`, '2: `targets.1` has no path, remote or hash by which it could be known.'],
    [
      `targets:\n  ${SHOP}  - { name: a }\n`,
      '3: `targets.1` has no path, remote or hash by which it could be known.',
    ],
    [
      `${SHOP}- { name: a, remotes: [github.com] }\n`,
      '2: `targets.1.remotes.0` names no repository on a server.',
    ],
    [
      `${SHOP}- { name: a, path: /srv/a }\n`,
      '2: The list of targets is not of the shape that a policy’s `targets` has.',
    ],
    ['{}\n', '1: The list of targets is not of the shape that a policy’s `targets` has.'],
  ])('%j', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  // Before a policy is read, whatever it lists is kept out of, be another entry faulty.
  it('is read where one entry is of no use, to keep out of the others', () => {
    expect(loadTargets(`targets:\n  ${SHOP}  - { name: a }\n`, 'x').map(({ name }) => name)).toEqual([
      'shop',
      'a',
    ]);
  });
});
