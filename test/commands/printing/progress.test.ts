import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressOn } from '../../../src/commands/printing/progress.ts';
import { TestRepository } from '../../support/repository.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** What work of so many steps, 100 ms each, draws. */
async function drawn(steps: number, err: boolean, env: NodeJS.ProcessEnv): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  let text = '';
  const stderr = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const progress = progressOn({ stderr, terminal: { out: false, err, columns: 80 }, env });
  for (let step = 1; step <= steps; step += 1) {
    vi.advanceTimersByTime(100);
    await progress.at(() => `step ${step}`);
  }
  progress.clear();
  vi.advanceTimersByTime(10_000);
  return text;
}

const ERASED = '\u001b[2K\u001b[1A\u001b[2K\u001b[G';

describe('how far long work is', () => {
  it.each([
    [
      'drawn where it takes more than half a second, five times a second at most, and gone at the end',
      10,
      true,
      {},
      true,
    ],
    ['without colours where they are not wanted', 10, true, { NO_COLOR: '1' }, true],
    ['not drawn where the work is over sooner', 4, true, {}, false],
    ['not drawn on pipes', 10, false, {}, false],
    ['not drawn on pipes, though colours are forced', 10, false, { FORCE_COLOR: '1' }, false],
    ['not drawn where a terminal cannot', 10, true, { TERM: 'dumb' }, false],
    ['not drawn in a log of CI', 10, true, { CI: 'true' }, false],
  ])('is %s', async (_, steps, err, env, isDrawn) => {
    expect(await drawn(steps, err, env)).toBe(isDrawn ? `step 7\n${ERASED}step 9\n${ERASED}` : '');
  });
});

const SCRIPT = '/usr/bin/script';

describe.skipIf(!existsSync(SCRIPT))('on a terminal (skipped where util-linux has no script)', () => {
  /** A repository whose objects come late, so that the work is long. */
  function slow(): TestRepository {
    const repository = new TestRepository();
    repository.write({ 'a.md': '# A\n' }).commit();
    repository.executable(
      '../slow/git',
      '#!/bin/sh\ncase "$*" in *cat-file*) mkdir "$0.slept" 2>/dev/null && sleep 0.8 ;; esac\nPATH=$PATH_BEFORE exec git "$@"\n',
    );
    repository.env.PATH_BEFORE = process.env.PATH;
    repository.env.PATH = `${join(repository.root, '../slow')}:${process.env.PATH}`;
    return repository;
  }

  const TOOL = `'${process.execPath}' '${resolve('dist/main.js')}' --rev HEAD`;

  function onTerminal(command: string, env: NodeJS.ProcessEnv): string {
    const repository = slow();
    const inside = `stty rows 24 cols 80; ${command}`;
    return spawnSync(SCRIPT, ['-qec', inside, '/dev/null'], {
      cwd: repository.root,
      env: { ...repository.env, TERM: 'xterm', ...env },
      encoding: 'utf8',
    }).stdout;
  }

  it('a long run draws, and what it drew is gone before the report', () => {
    const said = onTerminal(TOOL, { NO_COLOR: '1' });
    expect(said).toContain('reading…');
    expect(said.lastIndexOf(ERASED)).toBeGreaterThan(said.lastIndexOf('reading…'));
    const report = said.slice(said.lastIndexOf(ERASED) + ERASED.length).replace('\u001b[?2026l', '');
    expect(report).toMatch(/^✔ 1 file/);
    expect(report).not.toContain('\u001b');
  });

  it.each([
    ['a dumb one', TOOL, { TERM: 'dumb' }],
    ['a pipe', `${TOOL} 2>&1 | cat`, {}],
  ])('%s gets nothing', (_, command, env) => {
    const said = onTerminal(command, env);
    expect(said).toMatch(/^✔ 1 file/);
    expect(said).not.toContain('\u001b');
  });
});
