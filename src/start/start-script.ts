import { CodeCache } from './code-cache.ts';
import { Scripts } from './scripts.ts';

declare const SCRIPTS_VERSION: string;

/** Runs one of the scripts that lie beside this program. */
export function startScript(name: string): void {
  const folder = import.meta.dirname;
  // The switch by which Node's own cache is turned off.
  const cache = process.env.NODE_DISABLE_COMPILE_CACHE
    ? undefined
    : new CodeCache(`${folder}/cache`, import.meta.filename, SCRIPTS_VERSION);
  new Scripts(`${folder}/scripts`, import.meta.url, cache).load(name);
}
