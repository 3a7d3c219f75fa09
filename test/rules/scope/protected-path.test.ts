import { describe, expect, it } from 'vitest';
import { protectedPath } from '../../../rules/scope/protected-path.ts';
import { type Files, judge } from '../judge.ts';

describe('scope/protected-path', () => {
  const policy = { protected: ['vendor/**', 'core/*.md', '**/CODEOWNERS'] };
  const base: Files = { 'vendor/a.js': 'a', 'core/x.md': 'x', 'src/a.js': 'a' };
  const told = (next: Files, more: object = {}) => judge(protectedPath, next, { base, policy, ...more });
  const protectedBy = (verb: string): string => `This path is protected, and the change ${verb} it.`;

  it.each([
    ['nothing changes', base],
    ['another path changes', { ...base, 'src/a.js': 'b' }],
    ['a path that only begins alike', { ...base, 'vendored/a.js': 'a' }],
    ['a folder below what one star means', { ...base, 'core/deep/x.md': 'y' }],
  ])('%s', async (_, next) => {
    expect(await told(next)).toEqual([]);
  });

  it.each([
    ['altered', { ...base, 'vendor/a.js': 'b' }, [`vendor/a.js:1:1 ${protectedBy('alters')}`]],
    ['added', { ...base, 'vendor/.x/b.js': 'b' }, [`vendor/.x/b.js:1:1 ${protectedBy('adds')}`]],
    ['removed', { 'core/x.md': 'x', 'src/a.js': 'a' }, [`vendor/a.js:1:1 ${protectedBy('removes')}`]],
    [
      'made executable',
      { ...base, 'vendor/a.js': { mode: '100755', text: 'a' } },
      [`vendor/a.js:1:1 ${protectedBy('alters')}`],
    ],
    [
      'a link',
      { ...base, 'vendor/b': { mode: '120000', text: '../src' } },
      [`vendor/b:1:1 ${protectedBy('adds')}`],
    ],
    [
      'at the root and below',
      { ...base, CODEOWNERS: '*', 'x/CODEOWNERS': '*' },
      [`CODEOWNERS:1:1 ${protectedBy('adds')}`, `x/CODEOWNERS:1:1 ${protectedBy('adds')}`],
    ],
    ['in other letters', { ...base, 'Vendor/b.js': 'b' }, [`Vendor/b.js:1:1 ${protectedBy('adds')}`]],
    [
      'moved out',
      { 'src/b.js': 'a', 'core/x.md': 'x', 'src/a.js': 'a' },
      [`vendor/a.js:1:1 ${protectedBy('removes')}`],
    ],
  ] as const)('%s', async (_, next, expected) => {
    expect(await told(next)).toEqual(expected);
  });

  it('is not lifted by the change that breaks it', async () => {
    const next = { ...base, 'vendor/a.js': 'b' };
    expect(await told(next, { policy: {}, basePolicy: policy })).toHaveLength(1);
    expect(await told(next, { policy: {} })).toEqual([]);
  });
});
