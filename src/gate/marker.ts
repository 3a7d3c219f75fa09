import { isOverPair } from './decide.ts';
import type { GateVerdict } from './verdict.ts';

/** What the route's documents call it, in a run directory. */
export const MARKER = { folder: 'backend', name: 'provider-model-not-admitted.txt' } as const;

/** What the marker says, or nothing where no blocker is over the pair. Ids and sentences of ours, nothing of a document. */
export function markerText({ blockers }: GateVerdict): string | undefined {
  const over = blockers.filter(({ id }) => isOverPair(id));
  if (over.length === 0) return undefined;
  return [
    'Blocked before case_process_started: provider and model are not admitted.',
    ...over.map(({ id, message }) => `${id}: ${message}`),
    '',
  ].join('\n');
}
