import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { writeBelow } from '../disk/write-below.ts';
import { openRepository, type Repository } from '../git/repository/repository.ts';
import { safeLine, safeLines } from '../report/safe-text.ts';
import { counted } from '../report/summary.ts';
import type { Change } from '../setup/change.ts';
import { type Plan, planSetup } from '../setup/plan.ts';
import { INSTALL } from '../setup/plan-hooks.ts';
import { shellWord } from '../setup/shell-word.ts';
import type { Survey } from '../setup/survey.ts';
import { UsageError } from './failure.ts';
import { check } from './judging/judge-check.ts';
import { type ExitCode, type Io, print } from './printing/output.ts';
import { rootOf, survey } from './survey.ts';

export interface InitOptions {
  readonly yes?: boolean;
  /** Add the text for coding agents to AGENTS.md. */
  readonly agents?: boolean;
}

type Ask = (question: string) => Promise<boolean>;

function isTerminal(stream: object): boolean {
  return (stream as { isTTY?: boolean }).isTTY === true;
}

/** Answers come from a terminal, or all are yes because somebody said so beforehand. */
function asking({ yes }: InitOptions, io: Io): { ask: Ask; close: () => void } {
  if (yes === true) return { ask: async () => true, close: () => undefined };
  if (!isTerminal(io.stdin) || !io.terminal.out) {
    throw new UsageError(
      'There is no terminal to ask on, and nothing was changed.',
      'Run `cto-lint init --yes` to write all that it proposes.',
    );
  }
  // The terminal itself echoes and edits the line. The iterator keeps what is typed ahead of a question.
  const lines = createInterface({ input: io.stdin });
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      await print(io.stdout, `${question} [Y/n] `);
      const { value, done } = await answers.next();
      if (done === true) {
        throw new UsageError(
          'The terminal was closed before every question was answered.',
          'Run `cto-lint init` again: what was written stays, and is left alone.',
        );
      }
      return !/^n/i.test(value.trim());
    },
    close: () => lines.close(),
  };
}

function indented(text: string): string {
  return safeLines(text.trimEnd()).replace(/^/gm, '      ');
}

function describe(change: Change): string {
  const path = safeLine(change.path);
  switch (change.kind) {
    case 'create':
      return `  write     ${path}`;
    case 'extend':
      return `  add to    ${path}\n${indented(change.added)}`;
    case 'keep':
      return `  leave     ${path}: ${change.why}`;
    case 'by-hand':
      return `  by hand   ${path}: ${change.why}. ${change.to === 'add' ? 'Add' : 'Run'}:\n${indented(change.what)}`;
  }
}

/** Where a change is written: below the root, or in the repository's own administration. */
function write(change: Change, { commonDir }: Repository, root: string): void {
  if (change.kind !== 'create' && change.kind !== 'extend') return;
  const path = resolve(root, change.path);
  const below = path.startsWith(`${commonDir}/`) ? commonDir : root;
  writeBelow(below, path, change.text, change.executable === true);
}

/** What was written. */
async function apply(
  changes: readonly Change[],
  repository: Repository,
  root: string,
  ask: Ask,
  io: Io,
): Promise<readonly Change[]> {
  const written: Change[] = [];
  for (const change of changes) {
    await print(io.stdout, `${describe(change)}\n`);
    if (change.kind !== 'create' && change.kind !== 'extend') continue;
    if (!(await ask(change.kind === 'create' ? '            Write it?' : '            Add this?'))) continue;
    write(change, repository, root);
    written.push(change);
  }
  return written;
}

/** Commands, each of which can be typed as it stands. */
function nextSteps(
  written: readonly Change[],
  { manager, changes }: Plan,
  found: Survey,
  way: string,
): string[] {
  const committed = written.flatMap(({ path }) =>
    isAbsolute(path) || path.startsWith('.git/') ? [] : [path],
  );
  const { call, hooks, paths } = found;
  // A hook that names this very program needs no other.
  const needsInstall =
    paths.has('package.json') || (manager === 'git' ? call.local === 'cto-lint' : hooks.isOwn);
  const steps = [
    ...(way === '' ? [] : [`cd ${shellWord(way)}`]),
    ...(needsInstall && call.install !== undefined ? [call.install] : []),
    ...(INSTALL[manager] === undefined ? [] : [INSTALL[manager]]),
    ...(committed.length === 0 ? [] : [`git add ${committed.map(shellWord).join(' ')}`, 'git commit']),
  ];
  const isFound = call.install === undefined || needsInstall;
  const own = isFound ? 'cto-lint' : call.local;
  const isByHand = changes.some(({ kind }) => kind === 'by-hand');
  return [
    ...(isByHand ? ['what stands above as to be done by hand'] : []),
    ...(written.length === 0 ? [] : steps),
    `${call.committed === 'cto-lint' ? own : 'npx cto-lint'} doctor`,
  ];
}

/** How many errors the repository has already, and the two ways on; empty where it has none. */
async function standing(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { error } = (await check({ cwd: root, env, allowEmpty: true })).counts;
    if (error === 0) return '';
    return [
      `\n${counted(error, 'error')} ${error === 1 ? 'stands' : 'stand'} here already; \`cto-lint\` tells where. What is not mended now goes under`,
      '`suppress` with an owner and an end; or hooks and CI count new findings only, by `--new-only`: docs/ci.md.\n',
    ].join('\n');
  } catch (error) {
    // A policy that cannot be read, say: init has done its work, and `doctor` tells what is wrong.
    if (error instanceof Error && 'help' in error) return '';
    throw error;
  }
}

/** Sets a repository up: policy, hooks, check. What is there stays as it is, unless it says what it adds. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const { ask, close } = asking(options, io);
  try {
    const repository = await openRepository({ cwd: io.cwd, env: io.env, hook: false });
    const root = rootOf(repository);
    const found = await survey(repository, io);
    const withAgents =
      options.agents ?? (options.yes !== true && (await ask('Add a text for coding agents to AGENTS.md?')));
    const plan = planSetup(found, withAgents);
    const written = await apply(plan.changes, repository, root, ask, io);
    const next = nextSteps(written, plan, found, relative(realpathSync(io.cwd), root));
    const says =
      written.length === 0 ? 'Nothing was changed.' : `${counted(written.length, 'file')} written.`;
    const old = await standing(root, io.env);
    await print(io.stdout, `${old}\n${says} Next:\n${next.map((step) => `  ${step}\n`).join('')}`);
    return 0;
  } finally {
    close();
  }
}
