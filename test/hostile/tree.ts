import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestRepository } from '../support/repository.ts';

/** One path of a tree as git stores it: any name, any bytes, twice the same name where a test wants that. */
export interface TreeEntry {
  readonly name: Uint8Array | string;
  readonly mode?: '100644' | '120000' | '160000' | '40000';
  /** Content of a blob; of a gitlink or a folder, the id. */
  readonly content: Uint8Array | string;
}

function stored(repository: TestRepository, type: 'tree' | 'commit', bytes: Uint8Array | string): string {
  const args = ['hash-object', '-w', '--literally', '-t', type, '--stdin'];
  return execFileSync('git', args, {
    cwd: repository.root,
    env: repository.env,
    input: bytes,
    encoding: 'utf8',
  }).trim();
}

/** The ids of blobs, all of which one process stores. */
function storedBlobs(
  { root, env }: TestRepository,
  contents: readonly (Uint8Array | string)[],
): readonly string[] {
  const folder = join(root, '../blobs');
  mkdirSync(folder);
  const paths = contents.map((content, at) => {
    writeFileSync(join(folder, `${at}`), content);
    return `${folder}/${at}\n`;
  });
  const args = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
  const ids = execFileSync('git', args, { cwd: root, env, input: paths.join(''), encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return ids.split('\n').slice(0, -1);
}

/** Writes a tree without asking whether git would. Names are put in as they are, in the order given. */
export function writeTree(repository: TestRepository, entries: readonly TreeEntry[]): string {
  const isBlob = ({ mode = '100644' }: TreeEntry): boolean => mode === '100644' || mode === '120000';
  const blobs = entries.filter(isBlob);
  const ids = storedBlobs(
    repository,
    blobs.map(({ content }) => content),
  );
  const parts = entries.flatMap((entry) => {
    const { name, mode = '100644', content } = entry;
    const id = isBlob(entry) ? ids[blobs.indexOf(entry)]! : String(content);
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
