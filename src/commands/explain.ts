import { relative, resolve } from 'node:path';
import { RULES } from '../../rules/registry.ts';
import { declaredRules } from '../check/declared-rules.ts';
import { decodeText } from '../documents/text.ts';
import type { Repository } from '../git/repository/repository.ts';
import { askedStatements } from '../policy/asked-statements.ts';
import { BUILT_IN } from '../policy/builtin.ts';
import { isPolicyFile } from '../policy/policy-files.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { wrappedBehind } from '../report/wrapped.ts';
import { nearest } from '../suggestion.ts';
import { explainDeclared } from './explain/explain-declared.ts';
import { explainPath } from './explain/explain-path.ts';
import { explainRequirement } from './explain/explain-requirement.ts';
import { REQUIREMENTS } from './explain/requirements.ts';
import { UsageError } from './failure.ts';
import { openScope } from './opening/open-scope.ts';
import { askedPaths, isThere } from './opening/paths.ts';
import { policyHere } from './opening/policy-here.ts';
import { columnsOf, type ExitCode, type Io, print } from './printing/output.ts';
import { RULE_IDS } from './rule-choice.ts';
import { todayOf } from './today.ts';

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** A rule that the policy of this place declares, or a path that is named like one. */
async function explainLocal(id: string, io: Io): Promise<ExitCode> {
  const policy = await policyHere(io);
  const declared = policy.declare.find((one) => one.id === id);
  if (declared !== undefined) {
    await print(io.stdout, explainDeclared(declared, policy, columnsOf(io)));
    return 0;
  }
  if (isThere(resolve(io.cwd, id))) return await explainWhatIsNoRule(id, io);
  const ids = policy.declare.map((one) => one.id);
  throw new UsageError('The policy here declares no rule of that id.', wayOut(id, ids));
}

function wayOut(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids);
  return near === undefined ? 'Run `cto-lint rules` for the list.' : `Did you mean \`${near}\`?`;
}

/** Whoever stands in a folder and names a path as it is from the root would be told of another one. */
function refusePathFromRoot(subject: string, { root }: Repository, cwd: string): void {
  if (root === undefined || isThere(resolve(cwd, subject)) || !isThere(resolve(root, subject))) return;
  throw new UsageError(
    'There is no such path in this folder: paths count from where you stand.',
    `Did you mean \`${relative(cwd, resolve(root, subject))}\`?`,
  );
}

/** A path of the working tree, committed or not yet there; what is neither rule nor path was misspelt. */
async function explainWhatIsNoRule(subject: string, io: Io): Promise<ExitCode> {
  const near = nearest(subject, RULE_IDS);
  const isPath = isThere(resolve(io.cwd, subject)) || (near === undefined && /[./\\]/.test(subject));
  if (!isPath)
    throw new UsageError('There is no rule of that id, and no such path.', wayOut(subject, RULE_IDS));
  const { repository, scope, policy } = await openScope({ paths: [] }, todayOf(undefined, io.env), io);
  const [path] = askedPaths(repository, [subject], io.cwd, 'any');
  refusePathFromRoot(subject, repository, io.cwd);
  let text = isThere(resolve(io.cwd, subject)) ? '' : undefined;
  const listed = scope.head.files.filter((file) => file.path === path && file.mode.startsWith('100'));
  for await (const { bytes } of scope.head.read(listed)) {
    if (bytes) text = decodeText(bytes, path!).text;
  }
  // The policy's own file holds what its rules look for: they pass it by.
  const declared = isPolicyFile(path!) || path === policy.source ? [] : await declaredRules(policy);
  await print(io.stdout, withoutSecrets(explainPath(path!, text, policy, [...RULES, ...declared])));
  return 0;
}

/** What the built-in policy has a rule ask for; of another policy it is told by path. */
function statementsOf(rule: string, columns: number): readonly string[] {
  const asked = askedStatements(BUILT_IN).filter((one) => one.rule === rule);
  return asked.flatMap(({ documents, statements }) => [
    documents ? `The policy \`cto\` asks of ${documents.join(', ')}:` : 'The policy `cto` asks for:',
    '',
    ...statements.flatMap(({ id, says }) => wrappedBehind(`  ${id.padEnd(28)} `, says, columns)),
    '',
  ]);
}

/** The page of a rule, from the rule itself; what enforces a requirement; of a path, what applies to it. */
export async function explain(subject: string, io: Io): Promise<ExitCode> {
  const rule = RULES.find(({ id }) => id === subject);
  if (subject === 'policy') {
    const { explainPolicy } = await import('./explain/explain-policy.ts');
    await print(io.stdout, explainPolicy(columnsOf(io)));
    return 0;
  }
  if (REQUIREMENTS.includes(subject)) {
    await print(io.stdout, explainRequirement(subject, columnsOf(io)));
    return 0;
  }
  if (/^local\/[a-z0-9-]+$/.test(subject)) return await explainLocal(subject, io);
  if (rule === undefined) return await explainWhatIsNoRule(subject, io);
  const { good, bad } = rule.examples;
  const columns = columnsOf(io);
  await print(
    io.stdout,
    [
      `${rule.id} (${rule.severity})`,
      '',
      ...wrappedBehind('', rule.summary, columns),
      '',
      ...wrappedBehind('', rule.why, columns),
      '',
      ...wrappedBehind('What to do: ', rule.help, columns),
      '',
      `Passes, as ${good.path}:`,
      '',
      indented(withoutSecrets(good.text)),
      '',
      `Fails, as ${bad.path}:`,
      '',
      indented(withoutSecrets(bad.text)),
      '',
      ...statementsOf(rule.id, columns),
      `Requirements: ${rule.requirements.join(', ')}`,
      '',
    ].join('\n'),
  );
  return 0;
}
