import type { Change } from './change.ts';
import { type HookManager, hookManager } from './hook-manager.ts';
import { HOOK_NAMES, hookLine } from './hooks/hook-lines.ts';
import { lefthookChange } from './hooks/lefthook.ts';
import { preCommitChange } from './hooks/pre-commit-config.ts';
import { shellHook } from './hooks/shell-hook.ts';
import type { Survey } from './survey.ts';

/** What puts the manager's hooks in place in a clone: each clone needs it once. */
export const INSTALL: Readonly<Record<HookManager, string | undefined>> = {
  husky: 'npx husky',
  lefthook: 'npx lefthook install',
  'pre-commit': 'pre-commit install --hook-type pre-commit --hook-type commit-msg',
  folder: undefined,
  git: undefined,
};

/** Has git use the repository's own hooks again, whatever the user's or the machine's configuration says. */
export const OWN_HOOKS =
  'git config --local core.hooksPath "$(git rev-parse --path-format=absolute --git-common-dir)/hooks"';

function foreignFolder(survey: Survey): readonly Change[] {
  const { folder, setBy } = survey.hooks;
  const why = `the ${setBy} configuration sets core.hooksPath to a folder that is not this repository's`;
  const what = `${OWN_HOOKS}\ncto-lint init\n# or add to its pre-commit hook: ${hookLine('pre-commit', survey.call.local)}`;
  return [{ kind: 'by-hand', path: folder, why, to: 'run', what }];
}

/** The hooks, in the form of whatever manages hooks here already. */
export function planHooks(survey: Survey): {
  readonly manager: HookManager;
  readonly changes: readonly Change[];
} {
  const manager = hookManager(survey);
  const { hooks, call } = survey;
  const each = (folder: string, own: string, style: 'git' | 'husky'): readonly Change[] =>
    HOOK_NAMES.map((hook) => shellHook(hook, `${folder}/${hook}`, own, survey, style));
  switch (manager) {
    case 'husky':
      return { manager, changes: each('.husky', 'cto-lint', 'husky') };
    case 'lefthook':
      return { manager, changes: [lefthookChange(survey)] };
    case 'pre-commit':
      return { manager, changes: [preCommitChange(survey)] };
    case 'folder':
      if (!hooks.isOwn) return { manager, changes: foreignFolder(survey) };
      return { manager, changes: each(hooks.folder, call.committed, 'git') };
    case 'git':
      return { manager, changes: each(hooks.folder, call.local, 'git') };
  }
}
