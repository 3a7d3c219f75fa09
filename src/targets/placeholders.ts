/** Names that stand for anybody in documents, and the accounts that runners, images and virtual machines come with. */
const PLACEHOLDER_PEOPLE = new Set(
  (
    'user username users you yourname your-name your_name youruser your-user your-username yourusername me name ' +
    'someone somebody anyone person example foo bar alice bob carol jane john jdoe johndoe janedoe jane-doe john-doe ' +
    'runner runneradmin node app dev developer devuser vscode codespace gitpod coder circleci gitlab-runner jenkins ' +
    'vsts vagrant ubuntu debian fedora admin administrator ec2-user azureuser opc pi jovyan linuxbrew docker container ' +
    'build builder ci git test tester testuser nobody nonroot public shared default guest xxx'
  ).split(' '),
);

/** `<name>`, `{user}`, `$USER`, `%USERNAME%`, `*`, `...`, `[name]`. */
const PLACEHOLDER_SHAPE = /[<>{}[\]$%*\u2026]|^\.+$/;

export function isPlaceholderPerson(name: string): boolean {
  return PLACEHOLDER_SHAPE.test(name) || PLACEHOLDER_PEOPLE.has(name.toLowerCase());
}

/** Folders in which systems and tools keep their own settings below a home. Nobody's repository is one. */
const TOOL_FOLDERS =
  /^(?:\.(?:config|cache|local|ssh|aws|azure|gcloud|kube|docker|gnupg|npm|nvm|yarn|pnpm-store|bun|cargo|rustup|pyenv|rbenv|asdf|m2|gradle|vim|vscode|vscode-server|cursor|oh-my-zsh|pki|mozilla|ansible|terraform\.d|claude|codex|gemini)|Library|AppData|\.Trash)(?:[\\/]|$)/;
/** `~/.bashrc`, `~/.gitconfig`: a dot file of a tool lies in the home itself. */
const DOT_FILE = /^\.[A-Za-z0-9_.-]{1,64}$/;
const EXAMPLE = /^(?:[<{$[]|\.\.\.|path\/to\b|your[-_]?|some[-_/]|example\b|foo\b)/i;

/** What a document may say of anybody's home after `~/`: a tool's own files, or an example. */
export function isHonestHomePath(rest: string): boolean {
  return DOT_FILE.test(rest) || TOOL_FOLDERS.test(rest) || EXAMPLE.test(rest);
}
