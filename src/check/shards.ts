import { createHash, hash } from 'node:crypto';
import type { Report, Shard } from '../report/report.ts';
import type { Wants } from './scope.ts';

/** One of several runs that share a scope: `index` from 1 to `total`. */
export type ShardNumber = Pick<Shard, 'index' | 'total'>;

/** The first shard judges, beside its files, what needs more than one of them: the route, changes, suppressions. */
export function isFirst(shard: ShardNumber | undefined): boolean {
  return shard === undefined || shard.index === 1;
}

/**
 * Whether a file is this shard's. Told by the blob, so that its text is read by one of them at however many paths it
 * stands; where there is no blob, by the path. Blob ids are hashes already, but not of what a path is hashed with.
 */
export function isMine(
  { blob, path, commit }: Parameters<Wants>[0],
  shard: ShardNumber | undefined,
): boolean {
  if (shard === undefined) return true;
  const key = blob === '' ? `${path}\0${commit ?? ''}` : blob;
  return Number.parseInt(hash('sha256', key).slice(0, 8), 16) % shard.total === shard.index - 1;
}

/** Tells runs that belong together: the same tool, policy, day and rules, looking at the same listing. */
export function runId(
  report: Pick<Report, 'tool' | 'scope' | 'policy' | 'evidence'>,
  { today, rules, listing }: { today: string; rules: readonly string[]; listing: Iterable<string> },
): string {
  const { tool, scope, policy, evidence } = report;
  const hash = createHash('sha256').update(JSON.stringify([tool, scope, policy, evidence, today, rules]));
  for (const line of listing) hash.update(`\0${line}`);
  return hash.digest('hex').slice(0, 32);
}
