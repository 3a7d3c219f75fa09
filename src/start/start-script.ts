import { CodeCache } from './code-cache.ts';
import { optimise } from './optimiser.ts';
import { Scripts } from './scripts.ts';

declare const SCRIPTS_VERSION: string;

/**
 * Runs one of the scripts that lie beside this program. A `short` run begins without V8's optimiser; what V8 compiles
 * under other flags it refuses, so that each kind of run has kept code of its own, and a hook's is all a hook's.
 */
export function startScript(name: string, run: 'short' | 'long'): void {
  const folder = import.meta.dirname;
  const setFlags = (): void => {
    if (run === 'short') optimise(false);
  };
  setFlags();
  // The switch by which Node's own cache is turned off.
  const cache = process.env.NODE_DISABLE_COMPILE_CACHE
    ? undefined
    : new CodeCache(`${folder}/cache`, import.meta.filename, `${SCRIPTS_VERSION}-${run}`, setFlags);
  const url = process.getBuiltinModule('node:url').pathToFileURL(import.meta.filename).href;
  new Scripts(`${folder}/scripts`, url, cache).load(name);
}
