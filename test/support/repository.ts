import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Ended, runInProcess } from './command-line.ts';
import { initialise } from './template.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CLI = resolve('dist/main.js');

/** What tests look at in the JSON report. */
export interface JsonReport {
  readonly ok: boolean;
  readonly judged: { readonly files: number; readonly bytes: number; readonly commits: number };
  readonly notJudged: readonly { readonly what: string; readonly why: string }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: 'error' | 'warning';
    readonly message: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly commit: string | null;
  }[];
}

export interface RunOptions {
  /** A folder below the root. */
  readonly in?: string;
  /** Beside the repository's own environment. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** A home without anybody's settings, and git without the machine's: a test must not depend on who runs it. */
function plainEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|CTO_|NO_COLOR|FORCE_COLOR|CI$|GITHUB_|GITLAB_)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
  };
}

/** A real repository in a temporary folder, driven by real git. */
export class TestRepository {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;

  constructor(options: readonly string[] = [], shared?: 'shared') {
    const folder = temporaryFolder(shared);
    this.root = join(folder, 'repository');
    this.env = plainEnvironment(folder);
    mkdirSync(this.root);
    if (options.length === 0) initialise(this.root);
    else this.git('init', '-q', '-b', 'main', ...options);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      env: this.env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Where failing is an answer: a hook refuses, or a merge stops. */
  tryGit(...args: readonly string[]): { readonly code: number | null; readonly output: string } {
    const ended = spawnSync('git', args, { cwd: this.root, env: this.env, encoding: 'utf8' });
    return { code: ended.status, output: ended.stdout + ended.stderr };
  }

  /** `undefined` before the first commit. */
  head(): string | undefined {
    return this.git('for-each-ref', '--format=%(objectname)', 'refs/heads/main').trim() || undefined;
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return this;
  }

  link(path: string, to: string): this {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    symlinkSync(to, join(this.root, path));
    return this;
  }

  exists(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  executable(path: string, text: string): this {
    this.write({ [path]: text });
    chmodSync(join(this.root, path), 0o755);
    return this;
  }

  add(): this {
    this.git('add', '-A');
    return this;
  }

  commit(message = 'a commit'): this {
    this.git('add', '-A');
    this.git('commit', '-q', '--no-verify', '--allow-empty', '-m', message);
    return this;
  }

  /** The tool, in the root or a folder below it, without a process of its own. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    const { in: folder = '', env, input } = options;
    return runInProcess(args, { cwd: join(this.root, folder), env: { ...this.env, ...env }, input });
  }

  /** The built tool, as a user starts it. */
  start(args: readonly string[], options: RunOptions = {}): Ended {
    const ended = spawnSync(process.execPath, [CLI, ...args], {
      cwd: join(this.root, options.in ?? ''),
      env: { ...this.env, ...options.env },
      input: options.input ?? '',
      encoding: 'utf8',
    });
    if (ended.error) throw ended.error;
    return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
  }

  /** The rules that have something to say of each path, each once, and the report as a whole. */
  async rulesByPath(args: readonly string[], options: RunOptions = {}): Promise<Map<string, string[]>> {
    const byPath = new Map<string, string[]>();
    for (const { path, ruleId } of (await this.report(args, options)).findings) {
      const rules = byPath.get(path) ?? [];
      if (!rules.includes(ruleId)) byPath.set(path, [...rules, ruleId]);
    }
    return byPath;
  }

  /** Findings as `path:line:column rule`, by the JSON report. */
  async findings(args: readonly string[], options: RunOptions = {}): Promise<string[]> {
    return (await this.report(args, options)).findings.map(
      ({ path, line, column, ruleId }) => `${path}:${line}:${column} ${ruleId}`,
    );
  }

  /** The JSON report; what could not be judged throws. */
  async report(args: readonly string[], options: RunOptions = {}): Promise<JsonReport> {
    const { stdout, stderr, code } = await this.run([...args, '--format', 'json'], options);
    if (code === 2) throw new Error(`could not judge: ${stderr}`);
    return JSON.parse(stdout) as JsonReport;
  }
}
