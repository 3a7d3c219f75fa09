import { describe, expect, it } from 'vitest';
import { findUnlistedPaths } from '../../src/targets/find-unlisted-paths.ts';

const allowed = ['/home/jp/planning/**', '/home/jp/.tool/**', '~/.tool/profiles/*/runs'];
const found = (text: string) =>
  findUnlistedPaths(text, allowed).map(({ start, end, home }) => `${home} ${text.slice(start, end)}`);

describe('findUnlistedPaths', () => {
  it.each([
    ['see /home/jp/shop/a.md.', 'posix /home/jp/shop/a.md'],
    ['`/var/home/jp/shop`', 'posix /var/home/jp/shop'],
    ['<file:///home/jp/shop>', 'posix /home/jp/shop'],
    ['(/Users/jp/shop)', 'macos /Users/jp/shop'],
    ['C:\\Users\\jp\\shop', 'windows C:\\Users\\jp\\shop'],
    ['"C:\\\\Users\\\\jp\\\\shop"', 'windows C:\\\\Users\\\\jp\\\\shop'],
    ['/mnt/c/Users/jp/shop', 'windows /mnt/c/Users/jp/shop'],
    ['~/src/shop', 'tilde ~/src/shop'],
    ['/home/jp/planning/../shop', 'posix /home/jp/planning/../shop'],
    ['/home/jp/planning-notes/x', 'posix /home/jp/planning-notes/x'],
    ['~/.other/profiles/a/runs', 'tilde ~/.other/profiles/a/runs'],
  ])('reports %j', (text, span) => {
    expect(found(text)).toEqual([span]);
  });

  it.each([
    ['/home/jp/planning/docs/a.md'],
    ['/home/jp/planning'],
    ['~/planning/a.md'],
    ['/home/jp/.tool/config.yaml.'],
    ['/home/ada/.tool/profiles/x/runs/20260101/report.json'],
    ['~/.tool/profiles/x/runs'],
    ['/Users/ada/.tool/profiles/x/runs/r'],
    ['/home/user/shop'],
    ['/home/<name>/shop'],
    ['/home/$USER/shop'],
    ['/Users/USERNAME/shop'],
    ['/home/runner/work/shop'],
    ['C:\\Users\\you\\shop'],
    ['~/.bashrc and ~/.config/tool/x.toml'],
    ['~/path/to/shop'],
    ['/home/jp'],
    ['docs/home/jp/shop'],
    ['https://example.com/home/jp/shop'],
    ['https://example.com/~/shop'],
    ['the home/work balance, s~/a~/b~'],
  ])('is silent on %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('allows nothing where nothing is listed', () => {
    expect(findUnlistedPaths('/home/jp/planning/a', [])).toEqual([{ start: 0, end: 19, home: 'posix' }]);
  });
});
