import { type HookManager, hookManager, LEFTHOOK_FILES, PRE_COMMIT_FILE } from '../hook-manager.ts';
import { callsTool } from '../hooks/hook-lines.ts';
import { INSTALL, OWN_HOOKS } from '../plan-hooks.ts';
import { type Diagnosis, fine, ill } from './diagnosis.ts';
import { addingTo, diagnoseAnswer } from './hook-answer.ts';
import type { HookFacts } from './hook-facts.ts';
import { diagnoseOtherHooks } from './other-hooks.ts';

const HOOK = 'pre-commit';

/** Files that a person writes for the manager, in which the tool is to be called. */
function sourceOf(manager: HookManager, { paths, hooks }: HookFacts): string {
  switch (manager) {
    case 'husky':
      return `.husky/${HOOK}`;
    case 'lefthook':
      return LEFTHOOK_FILES.find((path) => paths.has(path)) ?? LEFTHOOK_FILES[0];
    case 'pre-commit':
      return PRE_COMMIT_FILE;
    default:
      return `${hooks.folder}/${HOOK}`;
  }
}

/** In a manager's configuration: `command -v cto-lint || exit 0`, `cto-lint --staged || true`. */
const STEPS_ASIDE =
  /(?:command -v|which|type|hash)[^\n]{0,200}(?:\|\||;[ \t]*then)[^\n]{0,40}exit 0|cto-lint[^\n]{0,200}\|\|[ \t]*(?:true\b|:|exit 0)/;

function shadowed(facts: HookFacts, unset: string): Diagnosis {
  const scope = facts.hooks.setBy ?? 'local';
  const says = `git does not run the hooks of this repository: the ${scope} configuration sets core.hooksPath to another folder.`;
  return ill('hooks-shadowed', says, unset);
}

/** Where git would find the manager's hooks, against where it looks. */
function shadowing(manager: HookManager, facts: HookFacts): Diagnosis | undefined {
  const { hooks, ownHooks, read } = facts;
  const isHusky = /(?:^|\/)\.husky(?:\/_)?$/.test(hooks.folder);
  if (manager === 'husky') {
    if (isHusky || hooks.setBy === undefined) return undefined;
    // husky writes the local setting, which goes before a global one; one of the worktree goes before both.
    const mend =
      hooks.setBy === 'worktree'
        ? 'git config --worktree --unset-all core.hooksPath && npx husky'
        : 'npx husky';
    return shadowed(facts, mend);
  }
  if (hooks.setBy === undefined || hooks.folder === ownHooks) return undefined;
  const unset =
    hooks.setBy === 'local' || hooks.setBy === 'worktree'
      ? `git config --${hooks.setBy} --unset-all core.hooksPath`
      : OWN_HOOKS;
  const there = read(`${hooks.folder}/${HOOK}`);
  if (
    manager === 'folder' &&
    (there !== undefined || hooks.isOwn) &&
    !callsTool(read(`${ownHooks}/${HOOK}`) ?? '')
  )
    return undefined;
  return shadowed(facts, unset);
}

function installed(manager: HookManager, facts: HookFacts): Diagnosis {
  const { hooks, read, mode, isLinkedWorktree } = facts;
  const path = manager === 'husky' ? `.husky/_/${HOOK}` : `${hooks.folder}/${HOOK}`;
  const mend = INSTALL[manager] ?? 'cto-lint init';
  const isThere =
    mode(path) !== undefined ||
    (manager === 'husky' && hooks.folder === '.husky' && mode(`.husky/${HOOK}`) !== undefined);
  if (manager === 'husky' && hooks.setBy === undefined)
    return ill(
      'hooks-not-installed',
      'husky is not installed in this clone: no configuration sets core.hooksPath.',
      mend,
    );
  if (!isThere && isLinkedWorktree && hooks.setBy !== undefined)
    return ill(
      'hooks-missing-in-worktree',
      'This linked worktree lacks the folder of hooks that core.hooksPath names, so git runs none in it.',
      manager === 'husky'
        ? mend
        : `git -C "$(git rev-parse --show-toplevel)" checkout HEAD -- ${hooks.folder}`,
    );
  if (!isThere) return ill('hooks-not-installed', `git finds no ${HOOK} hook.`, mend);
  if (
    (mode(path) ?? 0o111) % 0o1000 !== 0 &&
    ((mode(path) ?? 0o111) & 0o111) === 0 &&
    process.platform !== 'win32'
  )
    return ill(
      'hook-not-executable',
      `The ${HOOK} hook is not executable, so git passes it over.`,
      `chmod +x '${path}'`,
    );
  const named = manager === 'lefthook' || manager === 'pre-commit' ? manager : undefined;
  if (named !== undefined && !(read(path) ?? '').includes(named))
    return ill('hooks-not-installed', `The ${HOOK} hook that git runs is not ${named}'s.`, mend);
  return fine(
    'hooks',
    `git runs a ${HOOK} hook${manager === 'git' || manager === 'folder' ? '' : ` (${manager})`}.`,
  );
}

/** Whether git would run the tool at a commit, and why not. */
export function diagnoseHooks(facts: HookFacts): readonly Diagnosis[] {
  const manager = hookManager(facts);
  const source = sourceOf(manager, facts);
  const text = facts.read(source);
  const found: Diagnosis[] = [];
  if (facts.switchedOff !== undefined)
    found.push(
      ill(
        'hooks-switched-off',
        `The environment switches hooks off: ${facts.switchedOff}.`,
        `unset ${facts.switchedOff.split('=')[0]}`,
      ),
    );
  const shadow = shadowing(manager, facts);
  if (shadow !== undefined) return [...found, shadow];
  const state = installed(manager, facts);
  found.push(state);
  if (!state.ok && manager !== 'husky' && manager !== 'lefthook' && manager !== 'pre-commit') return found;
  if (text === undefined || !callsTool(text)) {
    const mend = addingTo(HOOK, source, manager, facts);
    found.push(ill('hook-without-cto-lint', `${source} does not run cto-lint.`, mend));
  } else if (manager !== 'lefthook' && manager !== 'pre-commit')
    found.push(...diagnoseAnswer(HOOK, source, manager, facts));
  else if (STEPS_ASIDE.test(text))
    found.push(
      ill(
        'hook-steps-aside',
        `${source} lets a commit pass where cto-lint is missing or refuses.`,
        `take the \`|| exit 0\`, \`|| true\` or the like out of ${source}`,
      ),
    );
  // Where the first hook is not in place, what mends it mends the others.
  return state.ok ? [...found, ...diagnoseOtherHooks(manager, facts, text ?? '')] : found;
}
