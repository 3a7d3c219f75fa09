import { RULES } from '../../rules/registry.ts';
import { UsageError } from './failure.ts';
import { type ExitCode, type Io, print } from './output.ts';
import { nearest } from './suggestion.ts';

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** The page of a rule, from the rule itself. */
export async function explain(subject: string, io: Io): Promise<ExitCode> {
  const rule = RULES.find(({ id }) => id === subject);
  if (rule === undefined) {
    const near = nearest(
      subject,
      RULES.map(({ id }) => id),
    );
    throw new UsageError(
      'There is no rule of that id.',
      near === undefined ? 'Run `cto-lint rules` for the list.' : `Did you mean \`${near}\`?`,
    );
  }
  const { good, bad } = rule.examples;
  await print(
    io.stdout,
    [
      `${rule.id} (${rule.severity})`,
      '',
      rule.summary,
      '',
      rule.why,
      '',
      `What to do: ${rule.help}`,
      '',
      `Passes, as ${good.path}:`,
      '',
      indented(good.text),
      '',
      `Fails, as ${bad.path}:`,
      '',
      indented(bad.text),
      '',
      `Requirements: ${rule.requirements.join(', ')}`,
      '',
    ].join('\n'),
  );
  return 0;
}
