import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunPart } from '../../evidence/index/run-part.ts';
import type { Policy } from '../../policy/policy.ts';

/** Of the program itself, not of its version: two builds of one version may judge differently. */
function digestOfBuild(program: URL): string {
  const folder = dirname(fileURLToPath(program));
  const hash = createHash('sha256');
  for (const part of [folder, join(folder, 'scripts')]) {
    for (const name of readdirSync(part).sort()) {
      if (/\.c?js$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(part, name)));
    }
  }
  return hash.digest('hex');
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function digestOfEvidence(parts: readonly RunPart[]): string {
  const hash = createHash('sha256');
  for (const { run, files, entries } of parts) {
    hash.update(JSON.stringify([run, files, entries.values.length]));
    for (const list of [entries.values, entries.files, entries.lines]) hash.update(bytesOf(list));
  }
  return hash.digest('hex');
}

/** 32 bytes that stand for all that the verdict on a file hangs on, beside the file: the build, the rules, the policy, the evidence. */
export function verdictKey(
  program: URL,
  policy: Policy,
  rules: readonly string[],
  parts: readonly RunPart[] | undefined,
): Buffer {
  // The day: rules about files do not ask for it. The source: that names the revision that the policy was read from, and
  // only declared rules, which pass over their own policy file, look at it.
  const { today: _, source, ...data } = policy;
  return createHash('sha256')
    .update(
      JSON.stringify([
        digestOfBuild(program),
        process.version,
        data,
        policy.declare.length > 0 ? source : null,
        rules,
        parts ? digestOfEvidence(parts) : null,
      ]),
    )
    .digest();
}
