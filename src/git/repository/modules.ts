import { parseConfig } from './config-text.ts';

/** One submodule as `.gitmodules` describes it. Data of the repository: an address may be anything, also a command. */
export interface Submodule {
  readonly name: string;
  readonly path: string | undefined;
  readonly url: string | undefined;
  /** `ignore = all` hides a moved submodule from `git status` and `git diff`. */
  readonly ignore: string | undefined;
}

/** Reads the text of `.gitmodules`. Of a key that stands twice the last counts, as for git. */
export function parseModules(text: string): readonly Submodule[] {
  const modules = new Map<string, Map<string, string>>();
  for (const { section, subsection, key, value } of parseConfig(text)) {
    if (section !== 'submodule' || subsection === undefined) continue;
    const keys = modules.get(subsection) ?? new Map<string, string>();
    modules.set(subsection, keys.set(key, value));
  }
  return Array.from(modules, ([name, keys]) => ({
    name,
    path: keys.get('path'),
    url: keys.get('url'),
    ignore: keys.get('ignore'),
  }));
}
