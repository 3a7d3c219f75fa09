import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { buildRunPart } from '../../src/evidence/index/run-part.ts';
import { nameOf } from '../../src/name.ts';

export function indexOf(runs: readonly string[], secret: string | undefined): EvidenceIndex {
  return new EvidenceIndex(
    runs.map((run) => buildRunPart(nameOf(basename(run)), filesOf(run), secret)),
    secret,
  );
}

function* filesOf(run: string) {
  for (const entry of readdirSync(run, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield { file: path.slice(run.length + 1), size: statSync(path).size, chunks: [readFileSync(path)] };
  }
}
