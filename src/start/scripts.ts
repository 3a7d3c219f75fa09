import type { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

const { readFileSync } = process.getBuiltinModule('node:fs');
const vm = process.getBuiltinModule('node:vm');

type Exports = Record<string, unknown>;
type Body = (
  load: (name: string) => unknown,
  require: (name: string) => unknown,
  module: { exports: Exports },
  exports: Exports,
  programUrl: string,
) => void;

interface Loaded {
  readonly script: Script;
  /** What the kept code knows of; nothing where none was kept. */
  readonly known: readonly string[] | undefined;
  readonly exports: Exports;
}

/** Scripts know modules of Node's and nothing else: all that they need is in one of them. */
function builtin(name: string): unknown {
  const found: unknown = process.getBuiltinModule(name);
  if (found === undefined) throw new Error(`There is no module ${name}`);
  return found;
}

/**
 * The scripts that the program consists of, each run when it is first asked for. Code that was compiled is kept for the
 * next run: Node's own cache would keep what is compiled at once, and leave out each function that is compiled when it is
 * called, which is most of them, and lies in a folder that all users share.
 */
export class Scripts {
  readonly #folder: string;
  readonly #url: string;
  readonly #cache: CodeCache | undefined;
  readonly #loaded = new Map<string, Loaded>();
  readonly load = (name: string): Exports => this.#loaded.get(name)?.exports ?? this.#run(name);

  constructor(folder: string, url: string, cache: CodeCache | undefined) {
    this.#folder = folder;
    this.#url = url;
    this.#cache = cache;
    if (cache !== undefined) process.on('exit', () => this.#keep(cache));
  }

  #run(name: string): Exports {
    const filename = `${this.#folder}/${name}.cjs`;
    const kept = this.#cache?.read(name);
    const script = new vm.Script(readFileSync(filename, 'latin1'), {
      filename,
      ...(kept ? { cachedData: kept.code } : {}),
    });
    const module = { exports: {} };
    // V8 refuses code of another version, or made under other flags.
    const known = script.cachedDataRejected === false ? kept?.parts : undefined;
    this.#loaded.set(name, { script, known, exports: module.exports });
    (script.runInThisContext() as Body)(this.load, builtin, module, module.exports, this.#url);
    this.#loaded.set(name, { script, known, exports: module.exports });
    return module.exports;
  }

  /** A run that loaded or used more than the kept code knows of has compiled more. */
  #keep(cache: CodeCache): void {
    const used = [...this.#loaded.values()].flatMap(({ exports }) => [
      ...((exports.partsUsed as ReadonlySet<string> | undefined) ?? []),
    ]);
    const names = [...this.#loaded.keys(), ...used];
    for (const [name, { script, known }] of this.#loaded) {
      if (known !== undefined && names.every((one) => known.includes(one))) continue;
      cache.write(name, script, [...new Set([...(known ?? []), ...names])]);
    }
  }
}
