import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/name.ts';
import { hashTargetPath } from '../../src/targets/hash-target-path.ts';
import { leadsIntoTarget } from '../../src/targets/leads-into-target.ts';
import { compileTargets } from '../../src/targets/matcher.ts';

const matcher = compileTargets([
  { name: nameOf('pay'), paths: ['/opt/money/pay', '/home/jp/pay'], remotes: ['github.com/borealis/pay'] },
  { name: nameOf('desk'), paths: ['../desk'], remotes: ['file:///opt/desk.git'] },
  { name: nameOf('dark'), paths: [], remotes: [], hashes: [hashTargetPath('/opt/dark')] },
]);

describe('leadsIntoTarget', () => {
  it.each([
    ['/opt/money/pay', 'pay'],
    ['/opt/money/pay/', 'pay'],
    ['/opt/money/pay/.git/objects\n', 'pay'],
    ['/opt/money/../money/./pay', 'pay'],
    ['/opt/money/pay/../other', 'pay'],
    ['/opt/money/pay.git', 'pay'],
    ['~/pay', 'pay'],
    ['../../opt/money/pay', 'pay'],
    ['git@github.com:borealis/pay.git', 'pay'],
    ['https://github.com/borealis/pay', 'pay'],
    ['file:///opt/money/p%61y', 'pay'],
    ['ssh://localhost/opt/money/pay', 'pay'],
    ['../../desk/src', 'desk'],
    ['/opt/desk', 'desk'],
    ['/opt/dark/x', 'dark'],
  ])('%j leads into %s', (path, target) => {
    expect(leadsIntoTarget(path, matcher, { from: 'links' })).toBe(target);
  });

  it.each([
    ['/opt/money'],
    ['/opt/money/pay notes'],
    ['/opt/money/pay-notes'],
    ['/opt/money/x/pay'],
    ['opt/money/pay'],
    ['../opt/money/pay'],
    ['../desk'],
    ['git@github.com:borealis/paypal.git'],
    ['https://example.com/opt/money/pay'],
    ['/opt/darker'],
    [''],
  ])('%j leads elsewhere', (path) => {
    expect(leadsIntoTarget(path, matcher, { from: 'links' })).toBeUndefined();
  });
});

describe('compileTargets', () => {
  it.each(['/', '~', '~/', 'C:\\', '.', '/a/..'])('refuses %j, in which everything would lie', (path) => {
    expect(() => compileTargets([{ name: nameOf('all'), paths: [path], remotes: [] }])).toThrow(RangeError);
  });
});

describe('hashTargetPath', () => {
  it.each([
    ['/opt/dark', '/opt/x/..//dark/', true],
    ['/opt/dark', '\\\\wsl$\\Debian\\opt\\dark', true],
    ['C:\\src\\dark', '/mnt/c/src/dark', true],
    ['~/src/dark', '$HOME/src/dark', true],
    ['/opt/dark', '/opt/darker', false],
    ['~/src/dark', '/src/dark', false],
  ])('of %j and of %j: equal is %j', (one, other, same) => {
    expect(hashTargetPath(one) === hashTargetPath(other)).toBe(same);
  });

  it('is the SHA-256 of the path as it is written', () => {
    expect(hashTargetPath('/opt/dark')).toBe(
      'sha256:623e3a7fd5797a75c8e38d377f7fa7fbcb084c2245d4f3202ed44e7f8c602fc5',
    );
  });

  it.each(['dark', '../dark', '/'])('refuses %j, which nothing would match', (path) => {
    expect(() => hashTargetPath(path)).toThrow(RangeError);
  });
});
