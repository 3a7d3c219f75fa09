import type { Name } from '../name.ts';
import { nameOf } from '../name.ts';
import { isBoundToRun } from './binding.ts';
import { foldedName } from './folded-name.ts';
import { isRunDirectoryName } from './run-directory.ts';
import type { EvidenceSpan } from './span.ts';
import { assignmentsOf } from './structure/assignments.ts';
import { findEvidenceStructure } from './structure/structure.ts';

export interface EvidenceFileKind {
  /** Which file of a run it is: `trace.jsonl`, `report.json`, `backend log`… */
  readonly kind: Name;
  readonly by: 'name' | 'directory' | 'content' | 'copy';
  /** The file of a run that it is byte for byte, of a `copy`. */
  readonly source?: { readonly run: Name; readonly file: Name };
}

/** Names that nothing but a harness's run gives to a file. */
const TELLING_NAMES: ReadonlySet<string> = new Set([
  'trace.jsonl',
  'events.normalized.jsonl',
  'patch.diff',
  'provider-timeout.txt',
  'provider-model-not-admitted.txt',
]);

/** Names that other tools use too: they count in a run's directory, or with a run's content. */
const COMMON_NAMES: ReadonlySet<string> = new Set(['report.json', 'report.md', 'test.log']);

const COPY_SUFFIX = /(?:\.(?:gz|bz2|xz|zst|bak|orig|old)|~)$/;

/** A file whose text is mostly evidence is a piece of evidence; a document that quotes some is judged as a document. */
const MOSTLY = 0.6;

/**
 * Whether a file of a repository is a file of a run directory: by its own name, by the run directory that it lies in,
 * or by content under any name. Names are compared in one Unicode form and case, without invisible characters.
 * @param structure gives what `findEvidenceStructure` says of the text, for a caller that asks for both
 */
export function evidenceFileKind(
  path: string,
  text: string,
  structure: () => readonly EvidenceSpan[] = () => findEvidenceStructure(text),
): EvidenceFileKind | undefined {
  const segments = path.split('/').map(foldedName);
  const name = (segments.at(-1) ?? '').replace(COPY_SUFFIX, '');
  if (TELLING_NAMES.has(name)) return { kind: nameOf(name), by: 'name' };
  const run = segments.slice(0, -1).findLastIndex(isRunDirectoryName);
  const inBackend = segments.slice(run + 1, -1).includes('backend');
  if (run !== -1 && inBackend) return { kind: BACKEND_LOG, by: 'directory' };
  if (run !== -1 && COMMON_NAMES.has(name)) return { kind: nameOf(name), by: 'directory' };
  const kind = contentKind(name, inBackend, text, structure);
  return kind && { kind, by: 'content' };
}

const BACKEND_LOG = nameOf('backend log');
const BLOB = nameOf('blob');

function contentKind(
  name: string,
  inBackend: boolean,
  text: string,
  structure: () => readonly EvidenceSpan[],
): Name | undefined {
  if (text.trim() === '') return undefined;
  if (name === 'report.json' && reportsRun(text)) return nameOf(name);
  const spans = structure();
  const isLog = name === 'test.log' || (inBackend && /\.(?:log|txt|jsonl)$/.test(name));
  if (isLog && spans.length > 0 && isBoundToRun(text))
    return name === 'test.log' ? nameOf(name) : BACKEND_LOG;
  const bound = spans.find(({ certainty }) => certainty === 'certain');
  if (!bound || shareOf(spans, text) < MOSTLY) return undefined;
  return MARKDOWN.test(name) && isWrittenAround(text, spans) ? undefined : kindOf(bound, text);
}

/** Whether the text as a whole is a file of a run that an index knows: of those that a harness writes. */
export function copiedFileKind(spans: readonly EvidenceSpan[]): EvidenceFileKind | undefined {
  const whole = spans.find(({ told }) => told === BLOB)?.source;
  if (whole?.file === undefined) return undefined;
  const kind = harnessFileKind(whole.file);
  return kind && { kind, by: 'copy', source: { run: whole.run, file: whole.file } };
}

/** Which of a harness's files a path in a run directory is; a run may hold others, such as configurations. */
export function harnessFileKind(path: string): Name | undefined {
  const segments = path.split('/').map(foldedName);
  const name = segments.at(-1) ?? '';
  if (TELLING_NAMES.has(name) || COMMON_NAMES.has(name)) return nameOf(name);
  return segments.slice(0, -1).includes('backend') ? BACKEND_LOG : undefined;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/;

/**
 * Of a heading, a sentence of its own and a code block a document has two before what it quotes, which is told by its
 * lines. A file of a run under another name has not.
 */
function isWrittenAround(text: string, spans: readonly EvidenceSpan[]): boolean {
  const lines = text.slice(0, spans[0]!.start).split(/\r\n|\n|\r/);
  const isFenced = lines.some((line) => /^(?:```|~~~)/.test(line));
  const hasHeading = lines.some((line) => /^#{1,6} {1,4}\S/.test(line));
  const hasSentence = lines.some(
    (line) => /^\p{L}[^\d=]{20,400}[.:]$/u.test(line) && line.split(' ').length > 4,
  );
  return [isFenced, hasHeading, hasSentence].filter(Boolean).length > 1;
}

/** `"run_id": "20260602T101500Z-…"` near the start. */
function reportsRun(text: string): boolean {
  return assignmentsOf(text.slice(0, 65_536)).some(
    ({ key, value }) => key === 'runid' && isRunDirectoryName(value),
  );
}

function shareOf(spans: readonly EvidenceSpan[], text: string): number {
  const covered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered / text.trim().length;
}

function kindOf({ told }: EvidenceSpan, text: string): Name {
  switch (told as string) {
    case 'report-keys':
    case 'harness-keys':
    case 'artifact-digests':
      return nameOf(text.trimStart().startsWith('{') ? 'report.json' : 'report.md');
    case 'event-lines':
    case 'event-keys':
      return nameOf('trace.jsonl');
    case 'diff':
      return nameOf('patch.diff');
    case 'test-summary':
      return nameOf('test.log');
    default:
      return BACKEND_LOG;
  }
}
