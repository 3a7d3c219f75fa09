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
    [`${SHOP}---\n- { name: b, paths: [/srv/b] }\n`, '2: The list of targets has more than one document.'],
    [`---\n${SHOP}...\n# the end\n`, 'fine'],
    [`targets:\n  ${SHOP}__proto__: []\n`, '3: The list of targets has an unknown key.'],
    [`${SHOP}- { name: b, paths: [/srv/b], __proto__: 1 }\n`, '2: The list of targets has an unknown key.'],
    ['{}\n', '1: The list of targets is not of the shape that a policy’s `targets` has.'],
  ])('%j', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it('is read of a policy that has a second document, too', () => {
    expect(loadTargets(`targets:\n  ${SHOP}---\na: b\n`, 'x').map(({ name }) => name)).toEqual(['shop']);
  });

  // Before a policy is read, whatever it lists is kept out of, be another entry faulty.
  it('is read where one entry is of no use, to keep out of the others', () => {
    expect(loadTargets(`targets:\n  ${SHOP}  - { name: a }\n`, 'x').map(({ name }) => name)).toEqual([
      'shop',
      'a',
    ]);
  });
});
