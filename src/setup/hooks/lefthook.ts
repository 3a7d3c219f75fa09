import { isSeq } from 'yaml';
import type { Change } from '../change.ts';
import { LEFTHOOK_FILES } from '../hook-manager.ts';
import type { Survey } from '../survey.ts';
import { callsTool, HOOK_NAMES, type HookName } from './hook-lines.ts';
import { yamlAddition } from './yaml-addition.ts';

/** `{0}` is all that git gives to the hook, `{1}` the first of it: https://lefthook.dev/configuration/run */
const ARGUMENTS: Readonly<Record<HookName, string>> = {
  'pre-commit': '--staged',
  'commit-msg': '--message {1}',
  'pre-push': 'pre-push {0}',
};

function job(hook: HookName, call: string): Record<string, unknown> {
  const run = `${call} ${ARGUMENTS[hook]}`;
  return hook === 'pre-push' ? { run, use_stdin: true } : { run };
}

/** Adds a command to each hook, or a job where the hook is written as a list of jobs. */
export function lefthookChange({ paths, read, call }: Survey): Change {
  const path = LEFTHOOK_FILES.find((one) => paths.has(one))!;
  const text = read(path) ?? '';
  if (callsTool(text)) return { kind: 'keep', path, why: 'it runs cto-lint already' };
  const added = HOOK_NAMES.map((hook) => `${hook}: ${call.committed} ${ARGUMENTS[hook]}`).join('\n');
  return yamlAddition(path, text, added, (document) => {
    for (const hook of HOOK_NAMES) {
      const own = job(hook, call.committed);
      const jobs = document.getIn([hook, 'jobs']);
      if (isSeq(jobs)) jobs.add(document.createNode({ name: 'cto-lint', ...own }));
      else document.setIn([hook, 'commands', 'cto-lint'], document.createNode(own));
    }
  });
}
