import type { ExitCode, Io } from './commands/output.ts';

/** `--staged`, or `check --staged`: the words of a hook, which are read without the library that reads all others. */
function isStagedHook(args: readonly string[]): boolean {
  const options = args[0] === 'check' ? args.slice(1) : args;
  return options.length === 1 && options[0] === '--staged';
}

/** Runs the tool with the words behind its name, as `runCli` does, with no more loaded than these words need. */
export async function runTool(args: readonly string[], io: Io): Promise<ExitCode> {
  if (!isStagedHook(args)) {
    const { runCli } = await import('./cli.ts');
    return await runCli(args, io);
  }
  try {
    const { check } = await import('./commands/check.ts');
    return await check({ paths: [], staged: true }, io);
  } catch (error) {
    const { explainTo } = await import('./cli.ts');
    await explainTo(io, error);
    return 2;
  }
}
