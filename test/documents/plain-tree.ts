import type { Parsed } from '../../src/documents/data/fragment.ts';
import type { Tree } from '../../src/documents/data/tree.ts';

/** A tree without places: scalars, arrays, and mappings as arrays of `[key, value]`, since keys may come twice. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return tree.entries.map(({ key, value }) => [key, plain(value)]);
}

/** Faults as `kind "source"`. */
export function faultsIn(text: string, { faults }: Pick<Parsed, 'faults'>): string[] {
  return faults.map(({ fault, start, end }) => `${fault} ${JSON.stringify(text.slice(start, end))}`);
}
