import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../../rules/registry.ts';
import { decodeText } from '../documents/text.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { wrappedBehind } from '../report/wrapped.ts';
import { findOwnSecrets } from '../secrets/find-own-secrets.ts';
import { maskSecrets } from '../secrets/mask.ts';
import { explainPath } from './explain-path.ts';
import { explainRequirement } from './explain-requirement.ts';
import { UsageError } from './failure.ts';
import { openScope } from './open-scope.ts';
import { columnsOf, type ExitCode, type Io, print } from './output.ts';
import { askedPaths } from './paths.ts';
import { REQUIREMENTS } from './requirements.ts';
import { nearest } from './suggestion.ts';
import { todayOf } from './today.ts';

/** Examples of secrets are made up, and masked all the same. */
function masked(text: string): string {
  return maskSecrets(text, findOwnSecrets(text, { path: '' }).spans);
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** A path of the working tree, committed or not yet there; what is neither rule nor path was misspelt. */
async function explainWhatIsNoRule(subject: string, io: Io): Promise<ExitCode> {
  const near = nearest(
    subject,
    RULES.map(({ id }) => id),
  );
  const isPath = existsSync(resolve(io.cwd, subject)) || (near === undefined && /[./\\]/.test(subject));
  if (!isPath) {
    throw new UsageError(
      'There is no rule of that id, and no such path.',
      near === undefined ? 'Run `cto-lint rules` for the list.' : `Did you mean \`${near}\`?`,
    );
  }
  const today = todayOf(undefined, io.env);
  const opened = await openScope({ paths: [] }, today, io);
  const [path] = askedPaths(opened.repository, [subject], io.cwd, 'any');
  let text = '';
  const listed = opened.scope.head.files.filter((file) => file.path === path && file.mode.startsWith('100'));
  for await (const { bytes } of opened.scope.head.read(listed)) {
    if (bytes) text = decodeText(bytes, path!).text;
  }
  await print(io.stdout, withoutSecrets(explainPath(path!, text, opened.policy)));
  return 0;
}

/** The page of a rule, from the rule itself; what enforces a requirement; of a path, what applies to it. */
export async function explain(subject: string, io: Io): Promise<ExitCode> {
  const rule = RULES.find(({ id }) => id === subject);
  if (subject === 'policy') {
    const { explainPolicy } = await import('./explain-policy.ts');
    await print(io.stdout, explainPolicy(columnsOf(io)));
    return 0;
  }
  if (REQUIREMENTS.includes(subject)) {
    await print(io.stdout, explainRequirement(subject, columnsOf(io)));
    return 0;
  }
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
      indented(masked(good.text)),
      '',
      `Fails, as ${bad.path}:`,
      '',
      indented(masked(bad.text)),
      '',
      `Requirements: ${rule.requirements.join(', ')}`,
      '',
    ].join('\n'),
  );
  return 0;
}
