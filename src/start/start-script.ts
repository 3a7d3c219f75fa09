import { CodeCache } from './code-cache.ts';
import { Scripts } from './scripts.ts';
import { optimiseLater } from './tiering.ts';
import type { Use } from './use.ts';

declare const SCRIPTS_VERSION: string;

/**
 * Runs one of the scripts that lie beside this program. Code is read as a whole, also what a run does not need of it: a
 * hook has kept code of its own.
 */
export function startScript(name: string, use: Use): void {
  optimiseLater(use);
  const folder = import.meta.dirname;
  // The switch by which Node's own cache is turned off.
  const cache = process.env.NODE_DISABLE_COMPILE_CACHE
    ? undefined
    : new CodeCache(`${folder}/cache`, import.meta.filename, `${SCRIPTS_VERSION}-${use}`);
  const url = process.getBuiltinModule('node:url').pathToFileURL(import.meta.filename).href;
  new Scripts(`${folder}/scripts`, url, cache).load(name);
}
