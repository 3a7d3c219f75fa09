import { describe, expect, it } from 'vitest';
import { ownCommand } from '../../../src/commands/printing/own-command.ts';

describe('ownCommand', () => {
  it.each([
    ['/srv/shop/node_modules/.bin/cto-lint', '/srv/shop', 'npx cto-lint'],
    ['/srv/shop/node_modules/.bin/cto-lint', '/srv/shop/docs', 'npx cto-lint'],
    ['/home/ada/.npm/_npx/1f2e/node_modules/.bin/cto-lint', '/srv/shop', 'npx cto-lint'],
    ['/srv/shop/tools/node_modules/.bin/cto-lint', '/srv/shop', 'cto-lint'],
    ['/usr/local/bin/cto-lint', '/srv/shop', 'cto-lint'],
    ['/srv/cto-lint/dist/main.js', '/srv/shop', 'cto-lint'],
  ])('%s in %s: %s', (file, cwd, command) => {
    expect(ownCommand({ program: ['/usr/bin/node', file], cwd })).toBe(command);
  });

  it('is the plain name where no program is known', () => {
    expect(ownCommand({ program: [], cwd: '/srv/shop' })).toBe('cto-lint');
  });
});
