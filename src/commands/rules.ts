import { RULES } from '../../rules/registry.ts';
import { GitError } from '../git/git-error.ts';
import { safeLine } from '../report/safe-text.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { wrappedBehind } from '../report/wrapped.ts';
import { severityIn } from './explain/explain-declared.ts';
import { requirementTable } from './explain/requirements.ts';
import { explainFailure } from './failure.ts';
import { policyHere } from './opening/policy-here.ts';
import { columnsOf, type ExitCode, type Io, print } from './printing/output.ts';

type Row = readonly [id: string, severity: string, summary: string];

/** Rules that the policy here declares. Who mends a policy asks for the list of the others, so its faults end nothing. */
async function declaredRows(io: Io): Promise<readonly Row[]> {
  try {
    const policy = await policyHere(io);
    return policy.declare.map((declared) => [
      safeLine(declared.id),
      severityIn(policy, declared),
      safeLine(withoutSecrets(declared.message)),
    ]);
  } catch (error) {
    // Outside of a repository there is no policy, and nothing is left out.
    if (error instanceof GitError) return [];
    const { message } = explainFailure(error);
    const why = safeLine(withoutSecrets(message));
    await print(io.stderr, `cto-lint: ${why} Rules that the policy declares are not listed.\n`);
    return [];
  }
}

/**
 * One line a rule, folded to fit a terminal: id, severity, what it keeps true; last those that the policy declares. Or
 * one line a requirement, with what enforces it.
 */
export async function listRules(options: { readonly requirements?: boolean }, io: Io): Promise<ExitCode> {
  if (options.requirements) {
    await print(io.stdout, requirementTable());
    return 0;
  }
  const builtIn = RULES.map(({ id, severity, summary }): Row => [id, severity, summary]);
  const rows = [...builtIn, ...(await declaredRows(io))];
  const width = Math.max(...rows.map(([id]) => id.length));
  const lines = rows.flatMap(([id, severity, summary]) =>
    wrappedBehind(`${id.padEnd(width)}  ${severity.padEnd(7)}  `, summary, columnsOf(io)),
  );
  await print(io.stdout, `${lines.join('\n')}\n`);
  return 0;
}
