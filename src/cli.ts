import { type Command, CommanderError } from 'commander';
import { explainFailure, UsageError } from './commands/failure.ts';
import { refuseEmpty, takeOnce } from './commands/given-arguments.ts';
import { type ExitCode, helpColumns, type Io, print } from './commands/printing/output.ts';
import { program } from './program.ts';

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Commander prints through one place of ours, so that a broken stream is noticed. */
async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { cli, outcome } = program(io);
  let out = '';
  let err = '';
  const capture = {
    getOutHelpWidth: () => helpColumns(io),
    getErrHelpWidth: () => helpColumns(io),
    writeOut: (text: string) => {
      out += text;
    },
    writeErr: (text: string) => {
      err += text;
    },
  };
  // Descriptions are folded in narrow terminals, too, where Commander would leave them as they are.
  for (const command of withSubcommands(cli)) {
    command.configureOutput(capture).configureHelp({ minWidthToWrap: 10 }).exitOverride();
    takeOnce(command);
  }
  refuseEmpty(args);
  try {
    await cli.parseAsync(args, { from: 'user' });
    return outcome();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.help' && err !== '') {
      await print(io.stderr, `${err}\n`);
      throw new UsageError(
        'A command of those above has to be named.',
        'Run one with `--help` for its options.',
      );
    }
    // Help that was asked for takes its exit code from the process's, which is 2 until a run has ended.
    if (error.exitCode !== 0 && error.code !== 'commander.help') {
      const ofCommand =
        error.code === 'commander.unknownOption' && args[0] === 'gate' && !args.includes('--');
      throw new UsageError(
        firstSentence(err || error.message),
        ofCommand
          ? 'Where it belongs to the command that is to be run, put `--` before that: `cto-lint gate -- COMMAND …`.'
          : 'Run `cto-lint --help` for what there is.',
      );
    }
    await print(io.stdout, out);
    return 0;
  }
}

/** `error: unknown option '--stagd'\n(Did you mean --staged?)` → one line. */
function firstSentence(text: string): string {
  const line = text
    .replace(/^error:\s*/, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Says why nothing was judged. Where standard error is broken as well, the exit code alone tells it. */
export async function explainTo(io: Io, error: unknown): Promise<void> {
  const { message, help } = explainFailure(error);
  const [{ safeLine }, { withoutSecrets }] = await Promise.all([
    import('./report/safe-text.ts'),
    import('./report/without-secrets.ts'),
  ]);
  // Masked before it is one line, too: some secrets span several.
  const said = `cto-lint: ${safeLine(withoutSecrets(message))}\n  ${safeLine(help)}\n`;
  await print(io.stderr, withoutSecrets(said)).catch(() => undefined);
  if (io.env.CTO_LINT_DEBUG === '1' && error instanceof Error) {
    const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
    await print(io.stderr, `${frames.join('\n')}\n`).catch(() => undefined);
  }
}

/** Runs the tool with the words behind its name. What could not be judged is explained, and 2: it never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(args, io);
  } catch (error) {
    await explainTo(io, error);
    return 2;
  }
}
