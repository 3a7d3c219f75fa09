import type { Change } from '../change.ts';
import type { Survey } from '../survey.ts';
import { callsTool, type HookName, hookLine } from './hook-lines.ts';

/** `#!/bin/sh`, `#!/usr/bin/env bash`: what a line of POSIX shell may be added to. No first line of this kind is sh too. */
const SHELL = /^#!.{0,80}\b(?:sh|bash|dash|zsh|ksh)\b/;

/** Whether a hook's first line has a shell read it. */
export function isShell(text: string): boolean {
  return !text.startsWith('#!') || SHELL.test(text);
}

/** The first line after shebang, comments and husky 8's `. "$(dirname -- "$0")/_/husky.sh"`. */
function placeIn(lines: readonly string[]): number {
  let at = 0;
  while (at < lines.length && /^(?:#|\s*$|\. .*husky\.sh)/.test(lines[at]!)) at += 1;
  return at;
}

/** Put before what the hook does already: behind an `exit` or an `exec` it would never run. */
function extended(text: string, line: string): string {
  const lines = text.split('\n');
  lines.splice(placeIn(lines), 0, line);
  return `${lines.join('\n').replace(/\n+$/, '')}\n`;
}

/** A hook that is a shell script: git's own, one in a folder of `core.hooksPath`, or husky's. */
export function shellHook(
  hook: HookName,
  path: string,
  call: string,
  { read }: Pick<Survey, 'read'>,
  style: 'git' | 'husky',
): Change {
  const line = hookLine(hook, call);
  const text = read(path);
  if (text === undefined) {
    // husky runs its files with `sh -e` and needs neither shebang nor mode.
    const body = style === 'husky' ? `${line}\n` : `#!/bin/sh\nexec ${line}\n`;
    return { kind: 'create', path, text: body, ...(style === 'git' ? { executable: true } : {}) };
  }
  if (callsTool(text)) return { kind: 'keep', path, why: 'it runs cto-lint already' };
  const added = `${line} || exit $?`;
  if (!isShell(text)) {
    const why = 'it is no shell script, and has to end with the exit code of a command';
    return { kind: 'by-hand', path, why, to: 'add', what: line };
  }
  if (hook === 'pre-push') {
    const why = 'it may read what git sends, which can be read once only';
    return { kind: 'by-hand', path, why, to: 'add', what: `refs=$(cat); printf '%s\\n' "$refs" | ${added}` };
  }
  return {
    kind: 'extend',
    path,
    text: extended(text, added),
    added,
    ...(style === 'git' ? { executable: true } : {}),
  };
}
