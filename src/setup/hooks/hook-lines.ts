/** The hooks that `init` sets up, in the order in which git runs them. */
export const HOOK_NAMES = ['pre-commit', 'commit-msg', 'pre-push'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

const ARGUMENTS: Readonly<Record<HookName, string>> = {
  'pre-commit': '--staged',
  'commit-msg': '--message "$1"',
  'pre-push': 'pre-push "$@"',
};

/** One line of shell. Where the tool is missing the line fails, and so does the commit. */
export function hookLine(hook: HookName, call: string): string {
  return `${call} ${ARGUMENTS[hook]}`;
}

const CALL = /^[^#]*(?:\bcto-lint\b|\bmain\.js['"]?[ \t]+(?:--staged|--message|pre-push))/;

/** Whether a hook, or a manager's configuration, calls the tool already, by its name or by its file. */
export function callsTool(text: string): boolean {
  return text.split('\n').some((line) => CALL.test(line));
}
