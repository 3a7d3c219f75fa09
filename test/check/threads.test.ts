import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../rules/registry.ts';
import type { FileToJudge } from '../../src/check/packed-files.ts';
import { createBatchJudge, type ThreadSetup } from '../../src/check/thread-judge.ts';
import { Threads } from '../../src/check/threads.ts';
import { completePolicy } from '../../src/commands/opening/read-policy.ts';
import { BUILT_IN } from '../../src/policy/builtin.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');

const SETUP: ThreadSetup = {
  policy: { ...completePolicy(BUILT_IN, 'built-in cto', '2026-11-20') },
  rules: RULES.map(({ id }) => id),
  evidence: undefined,
  timed: false,
};

function fileOf(path: string, text: string): FileToJudge {
  const bytes = Buffer.from(text);
  const raw = { path, mode: '100644', blob: '', size: bytes.length, bytes } as const;
  return {
    raw: { ...raw, unreadable: undefined, commit: undefined, origin: 'tree' },
    isOfHead: true,
    isGoverned: false,
  };
}

/** Threads that run this program instead of the tool's. */
function threadsOf(program: string, folder = temporaryFolder()): Threads {
  const file = join(folder, 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  return new Threads(pathToFileURL(file), SETUP, 1, () => undefined, { maxOldGenerationSizeMb: 40 });
}

describe('what a thread says of files', () => {
  it.each([
    ['a text in which nothing is', 'a.md', 'nothing\n', true],
    ['a secret', 'a.md', `key = ${TOKEN}\n`, false],
    ['a decision that is none', 'a.md', '- decision_status: approved.\n', false],
    ['an archive, which is not looked into', 'a.zip', 'PK\u0003\u0004', false],
  ])('%s', async (_, path, text, clean) => {
    const { raw, isOfHead } = fileOf(path, text);
    const { bytes, ...listed } = raw;
    const batch = {
      files: [{ raw: listed, isOfHead, isGoverned: false, start: 0, end: raw.size }],
      bytes: new Uint8Array(bytes!),
    };
    expect((await createBatchJudge(SETUP)(batch)).clean).toEqual([clean]);
  });

  it('is handed back with the bytes', async () => {
    const threads = threadsOf(
      `parentPort.on('message', ({ files, bytes }) => parentPort.postMessage({ clean: files.map(({ raw }) => raw.path === 'a'), bytes, times: new Map() }, [bytes.buffer]));`,
    );
    expect(threads.take([fileOf('a', 'one'), fileOf('b', 'two')])).toBe(true);
    const sorted = await threads.sorted(true);
    expect(sorted.map(({ raw, clean }) => [raw.path, Buffer.from(raw.bytes!).toString(), clean])).toEqual([
      ['a', 'one', true],
      ['b', 'two', false],
    ]);
    await threads.close();
  });

  it('is not waited for by more than four portions', async () => {
    const threads = threadsOf(`parentPort.on('message', () => {});`);
    expect([1, 2, 3, 4, 5].map(() => threads.take([fileOf('a', 'one')]))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    await threads.close();
  });
});

describe('a thread that has nothing more to do', () => {
  const onEnd = (work: string): string =>
    `import { writeFileSync } from 'node:fs';
     parentPort.on('message', (message) => {
       if (message === 'end') { ${work} }
       else parentPort.postMessage({ clean: [true], bytes: message.bytes, times: new Map() });
     });
     process.on('exit', () => writeFileSync(new URL('./ended', import.meta.url), ''));`;

  it.each([
    ['ends by itself, with what it does at its end', 'parentPort.close();', true],
    ['is ended where it does not', '', false],
  ])('%s', async (_, work, isDone) => {
    const folder = temporaryFolder();
    const threads = threadsOf(onEnd(work), folder);
    // It has begun when it answers. A busy machine may take longer for that than the moment it is given to end.
    threads.take([fileOf('a', 'one')]);
    await threads.sorted(true);
    await threads.close();
    expect(existsSync(join(folder, 'ended'))).toBe(isDone);
  });
});

describe('a thread that ends before its time', () => {
  it.each([
    ['throws', `parentPort.on('message', () => { throw new Error('${TOKEN}'); });`],
    ['exits', `parentPort.on('message', () => process.exit(0));`],
    ['never begins', `import './nowhere.mjs';`],
    [
      'runs out of memory',
      `parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(10_000).fill('${TOKEN}')); });`,
    ],
    ['answers to something else', `parentPort.on('message', () => parentPort.postMessage({ clean: [] }));`],
  ])('%s: nothing was judged', async (_, program) => {
    const threads = threadsOf(program);
    threads.take([fileOf('a', 'one')]);
    await expect(threads.sorted(true)).rejects.toMatchObject({
      name: 'ThreadError',
      message: expect.not.stringContaining(TOKEN) as string,
      help: expect.stringContaining('--threads 1') as string,
    });
    expect(() => threads.take([])).toThrow();
    await threads.close();
  });
});
