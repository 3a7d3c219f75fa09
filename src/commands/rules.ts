import { RULES } from '../../rules/registry.ts';
import { type ExitCode, type Io, print } from './output.ts';
import { requirementTable } from './requirements.ts';

/** One line a rule: id, severity, what it keeps true. Or one line a requirement, with what enforces it. */
export async function listRules(options: { readonly requirements?: boolean }, io: Io): Promise<ExitCode> {
  if (options.requirements) {
    await print(io.stdout, requirementTable());
    return 0;
  }
  const width = Math.max(...RULES.map(({ id }) => id.length));
  const lines = RULES.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  await print(io.stdout, `${lines.join('\n')}\n`);
  return 0;
}
