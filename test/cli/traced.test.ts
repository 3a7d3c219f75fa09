import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Harness, POLICY } from '../gate/harness.ts';
import { spawned, TOOL } from '../support/spawn.ts';
import { writeRun } from '../verify/run.ts';

const hasStrace = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
if (!hasStrace) console.warn('strace is not here, so what the tool starts, opens and writes is not traced');

const harness = new Harness();
const shop = harness.path('shop');
harness.write({ 'shop/.git/config': '[core]\n', 'shop/secret.txt': 'x' });
harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["${shop}"] }\n`,
});
const run = writeRun(harness.path('runs'));
afterAll(() => harness.remove());

// `4711 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3`
const CALL = /^\d+ +(\w+)\((.*)$/;

interface Trace {
  readonly code: number;
  readonly programs: ReadonlySet<string>;
  readonly named: readonly string[];
  /** Paths that were created, written to, renamed, linked or removed. */
  readonly written: readonly string[];
}

async function traced(args: readonly string[], changed: NodeJS.ProcessEnv = {}): Promise<Trace> {
  const log = harness.path('trace.txt');
  const { code } = await spawned(
    'strace',
    ['-f', '-s', '4096', '-e', 'trace=%file,%process', '-o', log, process.execPath, TOOL, ...args],
    // What Node itself keeps is not the tool's.
    { cwd: harness.root, env: { ...harness.env, ...changed, NODE_DISABLE_COMPILE_CACHE: '1' } },
  );
  const programs = new Set<string>();
  const named: string[] = [];
  const written: string[] = [];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, call, rest] = CALL.exec(line) ?? [];
    if (call === undefined || rest === undefined) continue;
    const paths = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path]) => path!);
    // A program that is looked for along PATH is tried at places where there is none.
    if (call === 'execve') {
      if (/= 0$/.test(rest)) programs.add(paths[0]!.split('/').at(-1)!);
      continue;
    }
    named.push(...paths);
    const writes =
      /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest) ||
      /^(?:creat|mkdir|rename|link|symlink|unlink|rmdir|chmod|chown|truncate|mknod|utime)/.test(call);
    if (writes && paths[0] !== '/dev/null' && paths[0] !== '/dev/tty') written.push(paths.at(-1)!);
  }
  return { code, programs, named, written };
}

describe.skipIf(!hasStrace)('traced by the system calls', () => {
  const inShop = (trace: Trace): readonly string[] => trace.named.filter((path) => path.startsWith(shop));

  it('an admitting gate starts git alone, and writes nothing', async () => {
    const trace = await traced([
      'gate',
      '--run-dir',
      harness.path('run-1'),
      '--',
      'ca',
      'run',
      '--task',
      harness.path('task.md'),
      '--mode',
      'unattended',
    ]);
    expect(trace.code).toBe(0);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });

  it('a blocking gate writes the marker, and nothing else', async () => {
    const trace = await traced(['gate', '--run-dir', harness.path('run-2')], { CTO_HARNESS_CASE_MODEL: '' });
    expect(trace.code).toBe(1);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    const names = trace.written.map((path) =>
      path
        .split('/')
        .at(-1)!
        .replace(/\.[0-9a-f]{12}$/, ''),
    );
    expect(names).toEqual([
      'run-2',
      'backend',
      '.provider-model-not-admitted.txt',
      'provider-model-not-admitted.txt',
    ]);
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ['an admission in a target', ['gate'], { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: `${shop}/secret.txt` }],
    ['a data directory in a target', ['gate'], { CASE_DATA_DIR: shop }],
    ['a run in a target', ['evidence', 'verify', `${shop}/run`], {}],
  ])('%s is not opened', async (_, args, changed) => {
    const trace = await traced(args, changed);
    expect(trace.code).toBe(2);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });

  it('a verdict on a run starts git alone, and writes nothing', async () => {
    const trace = await traced(['evidence', 'verify', run]);
    expect(trace.code).toBe(0);
    expect([...trace.programs].sort()).toEqual(['git', process.execPath.split('/').at(-1)]);
    expect(inShop(trace)).toEqual([]);
    expect(trace.written).toEqual([]);
  });
});
