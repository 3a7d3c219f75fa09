import type { Survey } from './survey.ts';

/** What puts a repository's hooks in place. `folder`: `core.hooksPath` names a folder of hooks that are committed. */
export type HookManager = 'husky' | 'lefthook' | 'pre-commit' | 'folder' | 'git';

/** https://lefthook.dev/configuration: with and without a dot, as YAML. Its JSON and TOML forms are left to people. */
export const LEFTHOOK_FILES = [
  'lefthook.yml',
  'lefthook.yaml',
  '.lefthook.yml',
  '.lefthook.yaml',
  '.config/lefthook.yml',
  '.config/lefthook.yaml',
] as const;
export const PRE_COMMIT_FILE = '.pre-commit-config.yaml';

function hasHuskyFiles({ paths }: Survey): boolean {
  return [...paths].some((path) => path.startsWith('.husky/'));
}

function runsHusky({ hooks }: Survey): boolean {
  return /(?:^|\/)\.husky(?:\/_)?$/.test(hooks.folder);
}

function usesHusky(survey: Survey): boolean {
  const { read } = survey;
  if (runsHusky(survey) || hasHuskyFiles(survey)) return true;
  return /"husky"\s{0,9}:/.test(read('package.json') ?? '');
}

/** The manager that is in use already. What is committed tells more than what happens to be installed here. */
export function hookManager(survey: Survey): HookManager {
  const { paths, hooks } = survey;
  // Committed and installed: another manager's file beside it is an example, or left over.
  if (runsHusky(survey) && hasHuskyFiles(survey)) return 'husky';
  if (LEFTHOOK_FILES.some((path) => paths.has(path))) return 'lefthook';
  if (paths.has(PRE_COMMIT_FILE)) return 'pre-commit';
  if (usesHusky(survey)) return 'husky';
  return hooks.setBy === undefined ? 'git' : 'folder';
}
