/** The variables by which git tells a hook which index, repository and object store it is about. */
const OF_A_HOOK = [
  'GIT_INDEX_FILE',
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
] as const;

/** Those of them that are set. */
export type HookVariables = Partial<Record<(typeof OF_A_HOOK)[number], string>>;

/** Programs that git would start, and what would change the language or the form of its answers. PATH is set anew. */
const NOT_INHERITED =
  /^(?:GIT_.*|PATH|EDITOR|VISUAL|PAGER|PREFIX|LESS|LV|SSH_ASKPASS.*|LC_.*|LANG|LANGUAGE)$/i;

const OF_OURS = {
  LC_ALL: 'C',
  // No refresh of the index on the side, no fetching of missing objects, no substitutes for objects or parents.
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
} as const;

/** The `GIT_*` names that a guard of somebody else's has to let through. */
export const GIT_VARIABLES: readonly string[] = [
  ...OF_A_HOOK,
  ...Object.keys(OF_OURS).filter((name) => name.startsWith('GIT_')),
];

/** What git told the hook, or nothing where no hook runs. */
export function hookVariables(env: NodeJS.ProcessEnv, hook: boolean): HookVariables {
  const kept: HookVariables = {};
  if (!hook) return kept;
  for (const name of OF_A_HOOK) {
    const value = env[name];
    if (value !== undefined && value !== '') kept[name] = value;
  }
  return kept;
}

/** The environment of every git process: the caller's without what steers git, and our own on top. */
export function gitEnvironment(env: NodeJS.ProcessEnv, kept: HookVariables): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_INHERITED.test(name)));
  return { ...inherited, ...kept, ...OF_OURS };
}

/**
 * Before every command: whatever a repository's configuration could have git start, or be misled by, is off.
 * https://git-scm.com/docs/git-config names each; `protocol.allow` also stops a lazy fetch in a git older than
 * GIT_NO_LAZY_FETCH (2.44).
 */
export const OVERRIDES: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.editor=false',
  'core.alternateRefsCommand=false',
  'core.untrackedCache=false',
  'core.useReplaceRefs=false',
  'credential.helper=',
  'diff.external=',
  'diff.ignoreSubmodules=none',
  'gpg.program=false',
  'gpg.openpgp.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'protocol.allow=never',
  'submodule.recurse=false',
].flatMap((setting) => ['-c', setting]);
