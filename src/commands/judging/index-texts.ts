import type { Snapshot } from '../../check/snapshot.ts';

/** The texts of the evidence index at a path of a revision: the file, or the `.json` files of the folder, in order. */
export async function indexTexts(snapshot: Snapshot, path: string): Promise<readonly string[]> {
  const folder = `${path.replace(/\/+$/, '')}/`;
  const wanted = snapshot.files
    .filter((file) => file.mode.startsWith('100'))
    .filter((file) => file.path === path || (file.path.startsWith(folder) && file.path.endsWith('.json')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const texts: string[] = [];
  for await (const { bytes } of snapshot.read(wanted))
    if (bytes) texts.push(Buffer.from(bytes).toString('utf8'));
  return texts;
}
