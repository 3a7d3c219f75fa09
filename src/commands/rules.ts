import { RULES } from '../../rules/registry.ts';
import { wrappedBehind } from '../report/wrapped.ts';
import { columnsOf, type ExitCode, type Io, print } from './output.ts';
import { requirementTable } from './requirements.ts';

/** One line a rule, folded to fit a terminal: id, severity, what it keeps true. Or one line a requirement, with what enforces it. */
export async function listRules(options: { readonly requirements?: boolean }, io: Io): Promise<ExitCode> {
  if (options.requirements) {
    await print(io.stdout, requirementTable());
    return 0;
  }
  const width = Math.max(...RULES.map(({ id }) => id.length));
  const lines = RULES.flatMap(({ id, severity, summary }) =>
    wrappedBehind(`${id.padEnd(width)}  ${severity.padEnd(7)}  `, summary, columnsOf(io)),
  );
  await print(io.stdout, `${lines.join('\n')}\n`);
  return 0;
}
