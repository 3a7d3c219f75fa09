import type { HookManager } from '../hook-manager.ts';
import { type HookName, hookLine } from '../hooks/hook-lines.ts';
import { isShell, shellHook } from '../hooks/shell-hook.ts';
import { type Deciding, readDeciding } from '../shell/deciding.ts';
import type { Survey } from '../survey.ts';
import { type Diagnosis, ill, unsure } from './diagnosis.ts';

/** What is wrong, behind the hook's path, and what mends it. */
const FAULTS: Readonly<
  Partial<Record<Deciding, { readonly says: string; readonly mend: (path: string) => string }>>
> = {
  'never-reached': {
    says: 'ends before it gets to cto-lint.',
    mend: (path) => `put the call of cto-lint before the \`exit\` or \`exec\` in ${path}`,
  },
  'passed-over': {
    says: 'goes on where cto-lint refuses, and ends with the exit code of something else.',
    mend: (path) => `write \`|| exit $?\` behind the call of cto-lint in ${path}`,
  },
  'stepped-aside': {
    says: 'lets a commit pass where cto-lint is missing or refuses.',
    mend: (path) => `take the \`|| exit 0\`, \`|| true\` or the like out of ${path}`,
  },
  'in-background': {
    says: 'runs cto-lint in the background, and does not wait for what it says.',
    mend: (path) => `take the \`&\` behind the call of cto-lint out of ${path}`,
  },
  piped: {
    says: 'hands on what cto-lint prints, and ends with the exit code of what reads it.',
    mend: (path) => `take the \`|\` behind the call of cto-lint out of ${path}`,
  },
};

/** How a person, or \`init\`, adds the call to a hook that has none. */
export function addingTo(hook: HookName, path: string, manager: HookManager, survey: Survey): string {
  if (manager === 'lefthook' || manager === 'pre-commit') return 'cto-lint init';
  const { committed, local } = survey.call;
  const call = manager === 'husky' ? 'cto-lint' : manager === 'folder' ? committed : local;
  const change = shellHook(hook, path, call, survey, manager === 'husky' ? 'husky' : 'git');
  if (change.kind === 'create' || change.kind === 'extend') return 'cto-lint init';
  return `have ${path} end with the exit code of: ${hookLine(hook, call)}`;
}

/** Whether the exit code of the tool is the hook's. */
export function diagnoseAnswer(
  hook: HookName,
  path: string,
  manager: HookManager,
  survey: Survey,
): readonly Diagnosis[] {
  const text = survey.read(path) ?? '';
  const doubt = unsure(
    'hook-not-told',
    `${path} names cto-lint; whether a commit is refused where cto-lint refuses can't be told from it.`,
    'stage something that it should refuse, and commit',
  );
  if (!isShell(text)) return [doubt];
  // husky runs its files with `sh -e`: https://typicode.github.io/husky/how-to.html
  const errexit = manager === 'husky' || /^#!.{0,80}\s-[a-z]*e/.test(text);
  const deciding = readDeciding(text, { errexit, pipefail: false });
  if (deciding === 'decides') return [];
  if (deciding === 'none')
    return [
      ill(
        'hook-without-cto-lint',
        `${path} names cto-lint, and does not have it judge.`,
        addingTo(hook, path, manager, survey),
      ),
    ];
  const fault = FAULTS[deciding];
  return [fault === undefined ? doubt : ill('hook-steps-aside', `${path} ${fault.says}`, fault.mend(path))];
}
