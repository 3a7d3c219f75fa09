import { ask } from '../questions.ts';
import type { Repository } from './repository.ts';

/** Which configuration says where hooks are, and what it says. */
export interface HooksPath {
  readonly scope: 'system' | 'global' | 'local' | 'worktree' | 'command';
  readonly value: string;
}

const SCOPES = new Set<string>(['system', 'global', 'local', 'worktree']);

/**
 * The `core.hooksPath` that git obeys; `undefined` where none is set. Each is one record, `local\0.husky/_\0`, the last
 * one counts. What we set ourselves, so that no hook runs, has the scope `command` and is passed over.
 */
export async function hooksPath(repository: Repository): Promise<HooksPath | undefined> {
  const answer = await ask(repository.git, 'reading core.hooksPath', [
    'config',
    '--null',
    '--show-scope',
    '--type=path',
    '--get-all',
    'core.hooksPath',
  ]);
  const parts = (answer ?? '').split('\0');
  const found: HooksPath[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [scope, value] = [parts[at]!, parts[at + 1]!];
    if (SCOPES.has(scope)) found.push({ scope: scope as HooksPath['scope'], value });
  }
  return found.at(-1);
}
