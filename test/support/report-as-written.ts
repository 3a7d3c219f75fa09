import type { TestRepository } from './repository.ts';

/** The JSON report of a day, as it is written: runs that are to say the same say it byte for byte. */
export async function reportAsWritten(
  repository: TestRepository,
  ...args: readonly string[]
): Promise<string> {
  const { code, stdout, stderr } = await repository.run([
    ...args,
    '--today',
    '2026-11-20',
    '--format',
    'json',
  ]);
  if (code === 2 || code === null) throw new Error(stderr);
  return stdout;
}
