import { REFUSED } from '../../disk/refusal.ts';
import { fitsShape } from '../command.ts';
import type { GateFacts } from '../facts.ts';

export function commandShape({ command, asked, policy }: GateFacts): string | undefined {
  if (command === undefined) return undefined;
  const [program, ...words] = command.words;
  const { program: known, shape } = policy.task;
  const isProgram = program === known || (program !== undefined && program === asked.binary);
  const only = `the only shape: \`${known} ${shape.join(' ')}\`.`;
  if (!isProgram)
    return `The program is neither \`${known}\` nor the binary that CTO_HARNESS_CASE_BIN names, as in ${only}`;
  if (!fitsShape(words, shape)) return `The command is not of ${only}`;
  return command.faults[0];
}

export function taskContract({ command }: GateFacts): string | undefined {
  const task = command?.task;
  if (task === undefined) return undefined;
  if ('refusal' in task) return `The task file ${REFUSED[task.refusal]}.`;
  return task.faults[0];
}
