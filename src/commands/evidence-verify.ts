import { safeJson, safeLine } from '../report/safe-text.ts';
import { sized } from '../report/summary.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import type { Condition } from '../verify/verdict.ts';
import { UsageError } from './failure.ts';
import { type VerifiedRun, verifyEvidence } from './judging/judge-run.ts';
import { type ExitCode, foldedText, type Io, print } from './printing/output.ts';
import { progressOn } from './printing/progress.ts';

/** The options of `evidence verify` as the command line names them. */
export interface EvidenceVerifyOptions {
  readonly admission?: string;
  readonly record?: boolean;
  readonly format?: string;
  readonly policy?: string;
  readonly today?: string;
}

function conditionText({ id, ok, message, file, line, more }: Condition): string[] {
  if (ok) return [`  ok    ${id}`];
  return [
    `  FAIL  ${id}: ${message} (${file}:${line})`,
    ...more.slice(0, 20).map((one) => `          ${one.message} (${one.file}:${one.line})`),
    ...(more.length > 20 ? [`          and ${more.length - 20} more`] : []),
  ];
}

function asText(verdict: VerifiedRun): string {
  const failed = verdict.conditions.filter(({ ok }) => !ok).length;
  const total = verdict.conditions.length;
  const lines = [
    verdict.pass
      ? `pass: ${verdict.run_id}, ${total} conditions kept`
      : `no pass: ${verdict.run_id}, ${failed} of ${total} conditions not kept`,
    ...verdict.conditions.flatMap(conditionText),
  ];
  return `${lines.map(safeLine).join('\n')}\n`;
}

/** 0: the run is a pass; 1: it is none. What cannot be judged is thrown, and is no pass either. */
export async function evidenceVerify(
  runDir: string,
  options: EvidenceVerifyOptions,
  io: Io,
): Promise<ExitCode> {
  const format = options.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError(
      'There is no format of that name.',
      'Formats of `evidence verify` are text and json.',
    );
  const progress = progressOn(io);
  const { admission, policy, today } = options;
  const verdict = await verifyEvidence(runDir, {
    cwd: io.cwd,
    env: io.env,
    ...(admission === undefined ? {} : { admission }),
    ...(policy === undefined ? {} : { policy }),
    ...(today === undefined ? {} : { today }),
    onProgress: (read, all) => void progress.at(() => `${sized(read)} of ${sized(all)} read`),
  }).finally(progress.clear);
  const { record, ...rest } = verdict;
  if (!options.record || !verdict.pass) {
    // The run is called by the name of its folder, which anybody may have chosen.
    const text =
      format === 'json'
        ? withoutSecrets(safeJson(rest))
        : await foldedText(withoutSecrets(asText(verdict)), io);
    await print(io.stdout, text);
    return verdict.pass ? 0 : 1;
  }
  if (record === null)
    throw new UsageError('There is no commit that a record could name.', 'Commit the route first.');
  await print(io.stdout, format === 'json' ? safeJson(verdict) : `${safeLine(record)}\n`);
  return 0;
}
