import { Command, InvalidArgumentError, Option } from 'commander';
import type { ShardNumber } from './check/shards.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { Completable } from './commands/completions.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { EvidenceIndexOptions } from './commands/evidence-index.ts';
import type { EvidenceVerifyOptions } from './commands/evidence-verify.ts';
import type { GateCommandOptions } from './commands/gate.ts';
import type { InitOptions } from './commands/init.ts';
import type { MergeOptions } from './commands/merge.ts';
import { type ExitCode, helpColumns, type Io } from './commands/printing/output.ts';
import type { PushOptions } from './commands/push.ts';
import type { StatusOptions } from './commands/status.ts';
import { VERSION } from './version.ts';

function many(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function atLeastOne(value: string): number {
  const count = wholeNumber(value);
  if (count === 0) throw new InvalidArgumentError('Give a whole number from 1.');
  return count;
}

const HELP_END =
  'Without a command it is check: see cto-lint check --help for --staged, --range and the others.';

/** `3/8` */
function shardNumber(value: string): ShardNumber {
  const [, index, total] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (index === undefined || total === undefined || index < 1 || index > total)
    throw new InvalidArgumentError('Give a part and their number: `3/8`.');
  return { index, total };
}

/** `--new-only` alone compares with the scope's base, `--new-only=REV` with that revision. */
export function program(io: Io): { readonly cli: Command; readonly outcome: () => ExitCode } {
  let outcome: ExitCode = 2;
  const cli = new Command('cto-lint')
    .description(
      'Keeps secrets, invalid decisions, pasted runtime evidence and protected paths out of a repository.',
    )
    .version(VERSION, '-V, --version')
    .showSuggestionAfterError(true)
    .addHelpText('after', ({ command }) => `\n${command.createHelp().boxWrap(HELP_END, helpColumns(io))}`)
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .exitOverride();

  cli
    .command('check', { isDefault: true })
    .description('judge the working tree, or what the options name')
    .argument('[paths...]', 'only these files and folders of the working tree')
    .option('--staged', 'what is staged, as the hook sees it')
    .option('--range <base..head>', 'every commit of a range, or `auto`')
    .option('--rev <revision>', 'the tree of one revision')
    .option('--history', 'every object that any ref reaches')
    .option('--message <file>', 'a commit message')
    .option('--stdin', 'a text from standard input')
    .option('--stdin-filename <path>', 'the path that the text of --stdin has')
    .option(
      '--format <format[:file]>',
      'pretty, json, sarif, github, junit, gitlab or markdown; repeatable',
      many,
    )
    .option('--policy <file>', 'a policy file instead of the repository’s own')
    .option(
      '--policy-from <revision>',
      'the policy of that revision, or `auto` for the base of the range: a change cannot excuse itself',
    )
    .option('--rule <id>', 'only this rule; repeatable', many)
    .option('--new-only [revision]', 'only what the base does not have already')
    .option('--max-warnings <n>', 'fail on more warnings than that', wholeNumber)
    .option('--today <date>', 'the day that counts as today, like 2026-11-20')
    .option('--allow-empty', 'judging nothing is fine')
    .addOption(
      new Option('--shard <i/n>', 'the part I of N, for `cto-lint merge`')
        .argParser(shardNumber)
        .conflicts(['newOnly', 'maxWarnings']),
    )
    .option('--threads <n>', 'how many threads judge at once; as many as there are cores', atLeastOne)
    .option('--cache', 'keep verdicts on files in the git directory in CI, too')
    .option('--no-cache', 'neither use nor keep them')
    .option('--timing', 'tell where the time went')
    .action(async (paths: string[], options: Omit<CheckOptions, 'paths'>) => {
      const { check } = await import('./commands/check.ts');
      outcome = await check({ ...options, paths, commands: cli.commands.map((one) => one.name()) }, io);
    });

  const judging = (command: Command): Command =>
    command
      .option('--format <format[:file]>', 'as for check; repeatable', many)
      .option('--policy <file>', 'a policy file instead of the repository’s own')
      .option('--policy-from <revision>', 'the policy of that revision')
      .option('--rule <id>', 'only this rule; repeatable', many)
      .option('--max-warnings <n>', 'fail on more warnings than that', wholeNumber)
      .option('--today <date>', 'the day that counts as today');

  cli
    .command('merge')
    .description('make one report of the JSON reports of all shards of a run')
    .argument('<reports...>')
    .option('--format <format[:file]>', 'as for check; repeatable', many)
    .option('--max-warnings <n>', 'fail on more warnings than that', wholeNumber)
    .action(async (reports: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/merge.ts');
      outcome = await merge(reports, options, io);
    });

  judging(cli.command('pre-push').description('judge what a push brings, as git’s pre-push hook'))
    .argument('[remote]', 'the name of the remote, as git gives it to the hook')
    .argument('[url]')
    .action(async (remote: string | undefined, _url: string | undefined, options: PushOptions) => {
      const { prePush } = await import('./commands/push.ts');
      outcome = await prePush(remote, options, io);
    });

  judging(
    cli.command('pre-receive').description('judge what a push brings, as a server’s pre-receive hook'),
  ).action(async (options: PushOptions) => {
    const { preReceive } = await import('./commands/push.ts');
    outcome = await preReceive(options, io);
  });

  cli
    .command('status')
    .description('tell what is decided, what is blocked and why, and what may be done next')
    .option('--format <format>', 'text, json, mermaid or html (one page, nothing from the network)')
    .option('--rev <revision>', 'of one revision instead of the working tree')
    .option('--policy <file>', 'a policy file instead of the repository’s own')
    .option('--policy-from <revision>', 'the policy of that revision')
    .option('--today <date>', 'the day that counts as today')
    .action(async (options: StatusOptions) => {
      const { status } = await import('./commands/status.ts');
      outcome = await status(options, io);
    });

  cli
    .command('gate')
    .description('tell whether a harness may start the real backend')
    .argument('[argv...]', 'after `--`: the command that is to be run')
    .option('--run-dir <dir>', 'the run directory, where a block over the pair leaves its marker')
    .option('--build-report <file>', 'the build report, instead of the committed one')
    .option('--format <format>', 'text or json')
    .option('--policy <file>', 'a policy file instead of the one at HEAD')
    .option('--today <date>', 'the day that counts as today')
    .action(async (argv: string[], options: GateCommandOptions) => {
      const { gateCommand } = await import('./commands/gate.ts');
      outcome = await gateCommand(options, argv, io);
    });

  cli
    .command('init')
    .description('set a repository up: policy, hooks, and the check in CI')
    .option('--yes', 'write all that it proposes, without asking')
    .option('--agents', 'add a text for coding agents to AGENTS.md')
    .action(async (options: InitOptions) => {
      const { init } = await import('./commands/init.ts');
      outcome = await init(options, io);
    });

  cli
    .command('doctor')
    .description('say why the hooks or the check would not run')
    .option('--format <format>', 'text or json')
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./commands/doctor.ts');
      outcome = await doctor(options, io);
    });

  const evidence = cli.command('evidence').description('tools for runtime evidence');
  evidence
    .command('verify')
    .description('tell whether a run is a pass')
    .argument('<run-dir>')
    .option('--admission <file>', 'the admission, instead of the variable’s or the committed one')
    .option('--record', 'print the line that a work item names, where the run is a pass')
    .option('--format <format>', 'text or json')
    .option('--policy <file>', 'a policy file instead of the one at HEAD')
    .option('--today <date>', 'the day that counts as today')
    .action(async (runDir: string, options: EvidenceVerifyOptions) => {
      const { evidenceVerify } = await import('./commands/evidence-verify.ts');
      outcome = await evidenceVerify(runDir, options, io);
    });
  evidence
    .command('index')
    .description('write hashes of runs, so that copies are found where the runs are not')
    .argument('[roots...]', 'folders of run directories')
    .option('-o, --output <file>', 'the index: a file, or a folder with one file a run')
    .action(async (roots: string[], options: EvidenceIndexOptions) => {
      const { evidenceIndex } = await import('./commands/evidence-index.ts');
      outcome = await evidenceIndex(roots, options, io);
    });

  cli
    .command('rules')
    .description('list the rules')
    .option('--requirements', 'each requirement with what enforces it')
    .action(async (options: { requirements?: boolean }) => {
      const { listRules } = await import('./commands/rules.ts');
      outcome = await listRules(options, io);
    });

  cli
    .command('explain')
    .description('explain a rule, a requirement, or which policy entries apply to a path')
    .argument('<rule-or-path>')
    .action(async (subject: string) => {
      const { explain } = await import('./commands/explain.ts');
      outcome = await explain(subject, io);
    });

  cli
    .command('targets')
    .description('tools for the list of Target Repositories')
    .command('hash')
    .description('print the hash of a target’s path, for a policy that may not name it')
    .argument('<path>')
    .action(async (path: string) => {
      const { targetsHash } = await import('./commands/targets-hash.ts');
      outcome = await targetsHash(path, io);
    });

  cli
    .command('completions')
    .description('print a script with which a shell completes commands and options')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { completions } = await import('./commands/completions.ts');
      outcome = await completions(shell, completables(cli, []), io);
    });

  return { cli, outcome: () => outcome };
}

/** What may follow each command: a plain `cto-lint` takes the options of `check` too. */
function completables(command: Command, words: readonly string[]): readonly Completable[] {
  const check = words.length === 0 ? command.commands.filter((one) => one.name() === 'check') : [];
  const own = {
    words,
    commands: command.commands.map((one) => ({ name: one.name(), says: one.description() })),
    options: [command, ...check]
      .flatMap(({ options }) => options)
      .flatMap(({ long, description }) => (long ? [{ name: long, says: description }] : [])),
  };
  return [own, ...command.commands.flatMap((one) => completables(one, [...words, one.name()]))];
}
