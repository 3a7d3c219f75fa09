import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestRepository } from '../support/repository.ts';

/** One path of a tree as git stores it: any name, any bytes, twice the same name where a test wants that. */
export interface TreeEntry {
  readonly name: Uint8Array | string;
  readonly mode?: '100644' | '120000' | '160000' | '40000';
  /** Content of a blob; of a gitlink or a folder, the id. */
  readonly content: Uint8Array | string;
}

function stored(
  repository: TestRepository,
  type: 'blob' | 'tree' | 'commit',
  bytes: Uint8Array | string,
): string {
  const args = ['hash-object', '-w', '--literally', '-t', type, '--stdin'];
  return execFileSync('git', args, {
    cwd: repository.root,
    env: repository.env,
    input: bytes,
    encoding: 'utf8',
  }).trim();
}

/** Writes a tree without asking whether git would. Names are put in as they are, in the order given. */
export function writeTree(repository: TestRepository, entries: readonly TreeEntry[]): string {
  const parts = entries.flatMap(({ name, mode = '100644', content }) => {
    const isId = mode === '160000' || mode === '40000';
    const id = isId ? String(content) : stored(repository, 'blob', content);
    return [Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')];
  });
  return stored(repository, 'tree', Buffer.concat(parts));
}

/** A commit of a tree, on the current branch; further headers and the message as they are. */
export function commitTree(
  repository: TestRepository,
  tree: string,
  message: Uint8Array | string = 'a commit\n',
  headers = '',
): string {
  const parent = repository.head();
  const person = 'Ada <ada@example.com> 1767225600 +0000';
  const head = `tree ${tree}\n${parent === undefined ? '' : `parent ${parent}\n`}author ${person}\ncommitter ${person}\n${headers}\n`;
  const id = stored(repository, 'commit', Buffer.concat([Buffer.from(head), Buffer.from(message)]));
  repository.git('update-ref', 'HEAD', id);
  return id;
}

export const CLI = resolve('dist/main.js');
