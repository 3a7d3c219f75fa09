import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { spawned, TOOL } from './spawn.ts';

export const hasStrace = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
if (!hasStrace) console.warn('strace is not here, so what the tool starts, opens and writes is not traced');

// `4711 openat(AT_FDCWD</repository>, "a.md", O_RDONLY|O_CLOEXEC) = 3</repository/a.md>`
const CALL = /^\d+ +(\w+)\((.*)$/;

export interface Trace {
  readonly code: number;
  readonly programs: ReadonlySet<string>;
  /** Paths that a call was given. */
  readonly named: readonly string[];
  /** Paths that the kernel found behind what was opened, links followed. */
  readonly opened: readonly string[];
  /** Paths that were looked at so that a link would have been followed. */
  readonly followed: readonly string[];
  /** Paths that were created, written to, renamed, linked or removed. */
  readonly written: readonly string[];
}

/** Runs the built tool, and gives what it and all that it started asked of the kernel. `log` is a file to write to. */
export async function traced(
  args: readonly string[],
  { cwd, env, log }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly log: string },
): Promise<Trace> {
  const { code } = await spawned(
    'strace',
    ['-f', '-y', '-s', '4096', '-e', 'trace=%file,%process', '-o', log, process.execPath, TOOL, ...args],
    // What Node itself keeps is not the tool's.
    { cwd, env: { ...env, NODE_DISABLE_COMPILE_CACHE: '1' } },
  );
  const programs = new Set<string>();
  const named: string[] = [];
  const opened: string[] = [];
  const followed: string[] = [];
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
    // The second string of readlink is where the link leads.
    named.push(...(call.startsWith('readlink') ? paths.slice(0, 1) : paths));
    const descriptor = /= \d+<([^>]*)>$/.exec(rest)?.[1];
    if (descriptor !== undefined) opened.push(descriptor);
    if (!/^(?:lstat|readlink|unlink|rename|symlink)/.test(call) && !/NOFOLLOW/.test(rest))
      followed.push(...paths.slice(0, 1));
    const writes =
      /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest) ||
      /^(?:creat|mkdir|rename|link|symlink|unlink|rmdir|chmod|chown|truncate|mknod|utime)/.test(call);
    if (writes && paths[0] !== '/dev/null' && paths[0] !== '/dev/tty') written.push(paths.at(-1)!);
  }
  return { code, programs, named, opened, followed, written };
}
