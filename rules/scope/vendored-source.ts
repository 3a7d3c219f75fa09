import { defineRule, placeOf, repositoryName, wholeFile } from '../../src/rule.ts';

const VENDOR = /(?:^|\/)(?:vendor|vendors|vendored|third[-_]?party|externals?|deps|submodules)\//i;
const SOURCE = /\.(?:[cm]?[jt]sx?|json|lock|toml|ya?ml)$/i;

/** `name` and `bin` as a manifest has them; a pattern is enough, since nothing is decided by it alone. */
function isManifestOf(text: string, names: readonly string[], program: string | undefined): boolean {
  const name = /"name"\s{0,20}:\s{0,20}"(?:@workos\/)?([^"/]{1,200})"/.exec(text)?.[1];
  if (name === undefined || !names.includes(name)) return false;
  return program !== undefined && /"bin"\s{0,20}:/.test(text) && text.includes(`"${program}"`);
}

/** The last address, with its name: each file of a run asks about the one of the policy. */
let last: { readonly address: string; readonly name: string } | undefined;

/** `https://github.com/workos/case.git` → `workos/case` */
function sourceName(address: string): string {
  if (last?.address !== address) last = { address, name: repositoryName(address) };
  return last.name;
}

/** The provider's source stays in its own repository. */
export const vendoredSource = defineRule({
  id: 'scope/vendored-source',
  severity: 'error',
  summary: 'The provider’s source is not vendored: no submodule, gitlink or tree of it.',
  why: 'A copy here would be changed here, and the binary built from it would be of no pin that anybody approved.',
  help: 'Remove the copy; the build report names source, commit and digest instead.',
  requirements: ['BLD-7'],
  messages: {
    submodule: 'A submodule leads to the provider’s source.',
    gitlink: 'This gitlink is a commit of the provider’s source.',
    tree: 'This file belongs to a copy of the provider’s source.',
  },
  examples: {
    good: {
      path: '.gitmodules',
      text: '[submodule "docs"]\n\tpath = docs\n\turl = https://github.com/acme/docs.git\n',
    },
    bad: {
      path: '.gitmodules',
      text: '[submodule "case"]\n\tpath = case\n\turl = https://github.com/workos/case.git\n',
    },
  },
  each: 'file',
  *check(file, { build, task }) {
    if (build === undefined || file.origin !== 'tree') return;
    const { path, mode, blob, text } = file;
    const source = sourceName(build.source);
    const folder = source.split('/').at(-1)!;
    const lower = path.toLowerCase();
    const mayBe = lower.includes(folder) || /(?:^|\/)(?:\.gitmodules|package\.json)$/.test(lower);
    if (mode !== '160000' && !mayBe) return;
    const parts = lower.split('/');
    if (mode === '160000') {
      if (build.pins.includes(blob) || parts.at(-1) === folder)
        yield { at: wholeFile(file), message: 'gitlink' };
      return;
    }
    if (parts.at(-1) === '.gitmodules') {
      for (const match of text.matchAll(/^[ \t]{0,40}url[ \t]{0,40}=[ \t]{0,40}(\S{1,2000})/gim)) {
        if (repositoryName(match[1]!) !== source) continue;
        const end = match.index + match[0].length;
        const start = end - match[1]!.length;
        yield { at: placeOf(file, { start, end }), message: 'submodule' };
      }
      return;
    }
    const inside = parts.slice(0, -1);
    const isCopy =
      inside.includes(source.replace('/', '-')) ||
      inside.some((part, at) => part === folder && inside[at - 1] === source.split('/')[0]) ||
      (VENDOR.test(path) && inside.includes(folder));
    if (isCopy && SOURCE.test(path)) yield { at: wholeFile(file), message: 'tree' };
    else if (parts.at(-1) === 'package.json' && isManifestOf(text, build.packages, task?.program))
      yield { at: wholeFile(file), message: 'tree' };
  },
});
