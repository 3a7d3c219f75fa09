import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import type { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { findEvidenceStructure } from '../../src/evidence/structure/structure.ts';

export interface Alarms {
  readonly documents: number;
  readonly bytes: number;
  /** Documents with an error, or any finding, that an index told. */
  readonly byIndex: { readonly errors: number; readonly findings: number };
  readonly byStructure: { readonly errors: number; readonly findings: number };
  readonly cpuSeconds: number;
}

/** Markdown and reStructuredText below the folders. */
export function documentsIn(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|rst)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

/** Judges texts that copy no evidence. `cpuSeconds` is of the index and structure together, as a check runs them. */
export function alarms(texts: Iterable<string>, index: EvidenceIndex, seen: (text: string) => void): Alarms {
  const byIndex = { errors: 0, findings: 0 };
  const byStructure = { errors: 0, findings: 0 };
  let documents = 0;
  let bytes = 0;
  let cpu = 0;
  for (const text of texts) {
    documents++;
    bytes += text.length;
    const before = process.cpuUsage();
    const spans = findEvidence(text, index);
    const { user, system } = process.cpuUsage(before);
    cpu += user + system;
    const told = spans.filter(({ source }) => source !== undefined);
    if (told.length > 0) byIndex.findings++;
    if (told.some(({ certainty }) => certainty === 'certain')) byIndex.errors++;
    const structure = findEvidenceStructure(text);
    if (structure.length > 0) byStructure.findings++;
    if (structure.some(({ certainty }) => certainty === 'certain')) byStructure.errors++;
    if (spans.some(({ certainty }) => certainty === 'certain')) seen(text);
  }
  return { documents, bytes, byIndex, byStructure, cpuSeconds: cpu / 1e6 };
}

export function* textsOf(paths: readonly string[]): Generator<string, void, undefined> {
  for (const path of paths) yield readFileSync(path, 'utf8');
}
