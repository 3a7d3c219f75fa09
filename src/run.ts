import type { ExitCode, Io } from './commands/printing/output.ts';
import { isStagedHook } from './start/staged-hook.ts';

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
