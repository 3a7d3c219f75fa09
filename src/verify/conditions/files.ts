import { REFUSED } from '../../disk/refusal.ts';
import type { RunFacts } from '../facts.ts';
import type { Shortfall } from '../verdict.ts';

const at = (file: string, message: string): Shortfall => ({ message, file, line: 1 });

/** Every artifact is there, can be read, and is still. */
export function* files({ policy, files: read, odd, changing, report }: RunFacts): Generator<Shortfall> {
  const paths = new Set(read.map(({ path }) => path));
  if (report.refusal !== undefined) paths.delete('report.json');
  for (const file of policy.run.files)
    if (!paths.has(file)) yield at(file, 'A file of every run is missing.');
  if (!read.some(({ path }) => /^backend\/[^/]+\.log$/.test(path)))
    yield at('backend', 'There is no log of the backend.');
  for (const { shown, kind } of odd)
    yield at(shown, kind === 'link' ? 'A link is not followed.' : 'This is no regular file.');
  for (const { shown, refusal } of read)
    if (refusal !== undefined) yield at(shown, `The file ${REFUSED[refusal]}.`);
  for (const path of changing) yield at(path, 'The file changed while the run was read.');
}

/** For each regular file but the report and the markers a digest, for each digest a file, and both agree. */
export function* digests({ policy, files: read, report }: RunFacts): Generator<Shortfall> {
  const stated = report.data.artifact_digests;
  const line = report.lineOf('artifact_digests');
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    yield { message: 'The report states no digests.', file: 'report.json', line };
    return;
  }
  const byPath = new Map(Object.entries(stated as Record<string, unknown>));
  const apart = new Set(['report.json', ...policy.run.markers]);
  for (const { path, shown, digest } of read) {
    if (apart.has(path)) continue;
    if (!byPath.has(path)) yield at(shown, 'The report states no digest of this file.');
    else if (digest !== undefined && byPath.get(path) !== `sha256:${digest}`)
      yield at(shown, 'The digest of this file is not the one that the report states.');
  }
  const paths = new Set(read.map(({ path }) => path));
  for (const [path, digest] of byPath) {
    const own = report.lineOf('artifact_digests', path);
    if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest))
      yield {
        message: 'This is no digest: `sha256:` and 64 hex digits are one.',
        file: 'report.json',
        line: own,
      };
    else if (!paths.has(path))
      yield {
        message: 'There is no regular file of that name for this digest.',
        file: 'report.json',
        line: own,
      };
  }
}
