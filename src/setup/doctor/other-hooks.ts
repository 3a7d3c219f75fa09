import type { HookManager } from '../hook-manager.ts';
import { callsTool, HOOK_NAMES, type HookName } from '../hooks/hook-lines.ts';
import { INSTALL } from '../plan-hooks.ts';
import { type Diagnosis, ill } from './diagnosis.ts';
import { addingTo, diagnoseAnswer } from './hook-answer.ts';
import type { HookFacts } from './hook-facts.ts';

const OTHERS: readonly HookName[] = HOOK_NAMES.filter((name) => name !== 'pre-commit');

/** What a commit or a push passes unjudged where its hook is missing. */
const UNJUDGED: Readonly<Record<string, string>> = {
  'commit-msg': 'messages are not judged',
  'pre-push': 'a push is not judged',
};

/** A hook that a person or `init` writes as a file of its own. */
function diagnoseFile(hook: HookName, manager: HookManager, facts: HookFacts): readonly Diagnosis[] {
  const { hooks, read, mode } = facts;
  const path = `${manager === 'husky' ? '.husky' : hooks.folder}/${hook}`;
  const text = read(path);
  if (text === undefined)
    return [ill('hook-missing', `There is no ${hook} hook: ${UNJUDGED[hook]}.`, 'cto-lint init')];
  if (!callsTool(text))
    return [
      ill(
        'hook-without-cto-lint',
        `${path} does not run cto-lint: ${UNJUDGED[hook]}.`,
        addingTo(hook, path, manager, facts),
      ),
    ];
  if (manager === 'husky' || process.platform === 'win32' || ((mode(path) ?? 0o111) & 0o111) !== 0)
    return diagnoseAnswer(hook, path, manager, facts);
  const says = `The ${hook} hook is not executable, so git passes it over.`;
  return [ill('hook-not-executable', says, `chmod +x '${path}'`)];
}

/** A hook that the manager's configuration asks for, and that the manager has not put in place in this clone. */
function diagnoseInstalled(
  hook: HookName,
  manager: 'lefthook' | 'pre-commit',
  { hooks, mode }: HookFacts,
  source: string,
): Diagnosis[] {
  const isAskedFor = source.includes(hook);
  if (!isAskedFor || mode(`${hooks.folder}/${hook}`) !== undefined) return [];
  const says = `git finds no ${hook} hook, though ${manager} has one: ${UNJUDGED[hook]}.`;
  return [ill('hook-missing', says, INSTALL[manager]!)];
}

/**
 * The hooks beside `pre-commit` that `init` sets up.
 * @param source what stands in the manager's configuration
 */
export function diagnoseOtherHooks(
  manager: HookManager,
  facts: HookFacts,
  source: string,
): readonly Diagnosis[] {
  // A folder of the user's or the machine's: `init` writes nothing there.
  if (manager === 'folder' && !facts.hooks.isOwn) return [];
  return OTHERS.flatMap((hook) =>
    manager === 'lefthook' || manager === 'pre-commit'
      ? diagnoseInstalled(hook, manager, facts, source)
      : diagnoseFile(hook, manager, facts),
  );
}
