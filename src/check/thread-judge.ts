import { RULES } from '../../rules/registry.ts';
import { compileKinds, kindsOf } from '../documents/kinds.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { evidenceFinder } from '../evidence/finder.ts';
import { EvidenceIndex } from '../evidence/index/evidence-index.ts';
import type { RunPart } from '../evidence/index/run-part.ts';
import type { Policy } from '../policy/policy.ts';
import { runForText } from '../time-limit.ts';
import { declaredRules } from './declared-rules.ts';
import { createDetect } from './detect.ts';
import type { Detect } from './detectors.ts';
import { createFileJudge, type JudgeFile, withoutDay } from './file-judge.ts';
import { type PackedFiles, unpacked } from './packed-files.ts';
import { readSourceFile } from './source-file.ts';
import { createTiming, type Timing, timed } from './timing.ts';

/** What a thread is given at its start: data alone, since no function can be handed over. */
export interface ThreadSetup {
  readonly policy: Policy;
  /** Ids of the rules that run. */
  readonly rules: readonly string[];
  /** The evidence that texts are compared with, as if nothing of it were known from before. */
  readonly evidence: { readonly parts: readonly RunPart[]; readonly secret: string | undefined } | undefined;
  readonly timed: boolean;
}

/** What a thread says of a batch. */
export interface ThreadVerdicts {
  /** For each file, in turn. A file whose judging failed is not clean: whoever judges it again meets the same fault. */
  readonly clean: readonly boolean[];
  /** The buffer that came with the batch. */
  readonly bytes: PackedFiles['bytes'];
  /** Milliseconds by rule, since the answer before. */
  readonly times: Timing['steps'];
}

/** Whether a file is clean, told by the rules of that setup. */
async function createThreadJudge(
  { policy, rules, evidence }: ThreadSetup,
  timing: Timing | undefined,
): Promise<JudgeFile> {
  const ids = new Set(rules);
  const chosen = [...RULES, ...(await declaredRules(policy))].filter(({ id }) => ids.has(id));
  const findEvidence =
    evidence && evidenceFinder(new EvidenceIndex(evidence.parts, evidence.secret), undefined);
  const untimed = createDetect({ policy, rules: ids, withFingerprints: false, findEvidence });
  const detect: Detect = (file) => timed(timing, 'detectors', () => untimed(file));
  const kinds = compileKinds(policy);
  const reader = {
    source: (raw: Parameters<typeof readSourceFile>[0]) => readSourceFile(raw, detect),
    kinds: ({ path, text }: { path: string; text: string }) => kindsOf(path, text, kinds),
    document: (file: Parameters<typeof parseDocument>[0]) =>
      parseDocument(file, [], runForText(file.text, policy.limits)),
  };
  return createFileJudge(withoutDay(policy), chosen, reader, timing);
}

/** Judges batches, one after another. */
export function createBatchJudge(setup: ThreadSetup): (batch: PackedFiles) => Promise<ThreadVerdicts> {
  const timing = setup.timed ? createTiming() : undefined;
  const opened = createThreadJudge(setup, timing);
  return async (batch) => {
    const judge = await opened;
    const clean: boolean[] = [];
    for (const { raw, isOfHead } of unpacked(batch.files, batch.bytes)) {
      clean.push(
        await judge(raw, isOfHead).then(
          (judged) => judged.clean,
          () => false,
        ),
      );
    }
    return { clean, bytes: batch.bytes, times: timing?.take() ?? new Map() };
  };
}
