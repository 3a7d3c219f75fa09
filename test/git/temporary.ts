import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OpenOptions, openRepository, type Repository } from '../../src/git/repository/repository.ts';
import { initialise } from '../support/template.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What a git of the tests sees: nobody's configuration, a fixed clock. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Cem',
  GIT_COMMITTER_EMAIL: 'cem@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_DEFAULT_HASH: 'sha1',
};

type Content = string | Buffer;

/** A real repository, driven by the real git. */
export class Temporary {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  static init(...options: string[]): Temporary {
    const made = new Temporary(temporaryFolder('shared'));
    if (options.length === 0) initialise(made.root);
    else made.git('init', '--quiet', '--initial-branch=main', ...options);
    return made;
  }

  /** Runs git and gives its standard output, without the last newline. */
  git(...args: string[]): string {
    return this.gitBytes(args).toString('utf8').replace(/\n$/, '');
  }

  gitBytes(args: readonly string[], input?: Content, env: NodeJS.ProcessEnv = {}): Buffer {
    return execFileSync('git', args, {
      cwd: this.root,
      env: { ...ENVIRONMENT, ...env },
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  write(path: string, content: Content): this {
    const absolute = join(this.root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, content);
    return this;
  }

  /** Writes the files, stages all there is, commits, and gives the commit's id. */
  commit(files: Readonly<Record<string, Content>>, message = 'Change'): string {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** A merge of two branches that change `a` has stopped. */
  static inConflict(): Temporary {
    return Temporary.stoppedBy('merge', '--quiet', 'side');
  }

  /** Something that brings two versions of `a` together has stopped: `side` has one, `main`, which is at hand, the other. */
  static stoppedBy(...args: readonly string[]): Temporary {
    const made = Temporary.init();
    made.commit({ a: '1' });
    made.git('checkout', '--quiet', '-b', 'side');
    made.commit({ a: '2' });
    made.git('checkout', '--quiet', 'main');
    made.commit({ a: '3' });
    made.commit({ a: '4' });
    const ended = spawnSync('git', args, { cwd: made.root, env: ENVIRONMENT });
    if (ended.status === 0) throw new Error('it did not stop at a conflict');
    return made;
  }

  /** The id of a blob that is stored but in no tree yet. */
  blob(content: Content): string {
    return this.gitBytes(['hash-object', '-w', '--stdin'], content).toString('utf8').trim();
  }

  /** A tree of files in the order given, of names that may stand twice: `git mktree` would sort them. */
  tree(...files: readonly (readonly [name: string, text: string])[]): string {
    const entries = files.map(([name, text]) =>
      Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(this.blob(text), 'hex')]),
    );
    const args = ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'];
    return this.gitBytes(args, Buffer.concat(entries)).toString('latin1').trim();
  }

  /** Puts entries into the index without a working tree: names that no file system need accept. */
  stage(...entries: readonly { mode?: string; blob: string; path: Content }[]): this {
    const lines = entries.map(({ mode = '100644', blob, path }) =>
      Buffer.concat([Buffer.from(`${mode} ${blob}\t`), Buffer.from(path), Buffer.of(0)]),
    );
    this.gitBytes(['update-index', '-z', '--add', '--index-info'], Buffer.concat(lines));
    return this;
  }

  open(options: Partial<OpenOptions> = {}): Promise<Repository> {
    return openRepository({ cwd: this.root, env: ENVIRONMENT, hook: false, ...options });
  }
}
