import type { RunFacts } from '../facts.ts';
import type { Shortfall } from '../verdict.ts';

/** A line of 0 is the path. */
function place(file: string, line: number, message: string): Shortfall {
  return { message, file, line: Math.max(1, line) };
}

export function* secrets({ files }: RunFacts): Generator<Shortfall> {
  for (const { shown, secrets: lines } of files)
    if (lines.length > 0) yield place(shown, lines[0]!, 'This looks like a secret.');
}

export function* targets({ files }: RunFacts): Generator<Shortfall> {
  for (const { shown, targets: lines } of files)
    if (lines.length > 0) yield place(shown, lines[0]!, 'This names a Target Repository.');
}

function* marker(facts: RunFacts, path: string, message: string): Generator<Shortfall> {
  // A file system may fold case; a link or a folder of that name marks the run as well.
  const found = facts.names.find((name) => name.toLowerCase() === path);
  if (found !== undefined) yield place(found, 1, message);
}

export function providerTimeout(facts: RunFacts): Generator<Shortfall> {
  return marker(facts, 'backend/provider-timeout.txt', 'The run is marked as timed out.');
}

export function gateBlocked(facts: RunFacts): Generator<Shortfall> {
  return marker(
    facts,
    'backend/provider-model-not-admitted.txt',
    'The run is marked as blocked: its provider and model are not admitted.',
  );
}
