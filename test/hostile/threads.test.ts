import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ended, runInProcess } from '../support/command-line.ts';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CANARY = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');

/** Judges a tree with a thread that runs this program instead of the tool's. */
async function judgedBy(program: string, seconds = 600): Promise<Ended> {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}\n`);
  const repository = new TestRepository().write({
    'cto-lint.config.yaml': `limits: { seconds: ${seconds} }\n`,
    'a.txt': 'fine\n',
    'b.txt': 'fine, too\n',
  });
  return await runInProcess(['--threads', '2', '--no-cache', '--format', 'json'], {
    cwd: repository.root,
    env: repository.env,
    thread: pathToFileURL(file),
  });
}

const CLEAN = `parentPort.on('message', (batch) => {
  if (!batch.files) return parentPort.close();
  parentPort.postMessage({ clean: batch.files.map(() => true), bytes: batch.bytes, times: new Map() }, [batch.bytes.buffer]);
});`;

describe('a thread that fails fails the run', () => {
  it.each([
    ['throws', `parentPort.on('message', () => { throw new Error('${CANARY}'); });`],
    ['throws what is no error', `parentPort.on('message', () => { throw '${CANARY}'; });`],
    ['rejects', `parentPort.on('message', () => { Promise.reject(new Error('${CANARY}')); });`],
    ['exits as if all were well', `parentPort.on('message', () => process.exit(0));`],
    ['has no syntax', `parentPort.on('message', () => { ${CANARY}`],
    ['begins and ends', 'parentPort.close();'],
    [
      'lies about how much it judged',
      `parentPort.on('message', () => parentPort.postMessage({ clean: [true] }));`,
    ],
    [
      'prints, and ends',
      `parentPort.on('message', () => { console.log('${CANARY}'); console.error('${CANARY}'); process.exit(1); });`,
    ],
  ])('%s', async (_, program) => {
    const { code, stdout, stderr } = await judgedBy(program);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain(CANARY);
    expect(stderr).toMatch(
      /^(?:✖ |cto-lint: )?A thread that judges files ended before it had judged them all/m,
    );
  });

  it.each([
    ['answers nothing', `parentPort.on('message', () => {});`],
    ['is busy for ever', `parentPort.on('message', () => { for (;;); });`],
  ])('%s: until the run has taken as long as it may', async (_, program) => {
    const { code, stdout, stderr } = await judgedBy(program, 1);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('limits.seconds');
  });

  it('and one that answers what it is asked does not', async () => {
    const { code, stdout } = await judgedBy(CLEAN);
    expect([code, stdout]).toEqual([0, expect.stringContaining('"ok": true')]);
  });
});
