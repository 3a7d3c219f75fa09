import type { GateVerdict } from '../gate/verdict.ts';
import { safeJson, safeLine } from '../report/safe-text.ts';
import { withoutSecrets } from '../report/without-secrets.ts';
import { UsageError } from './failure.ts';
import { gate as judge } from './judging/judge-gate.ts';
import { type ExitCode, foldedText, type Io, print } from './printing/output.ts';

/** The options of `gate` as the command line names them. */
export interface GateCommandOptions {
  readonly runDir?: string;
  readonly buildReport?: string;
  readonly format?: string;
  readonly policy?: string;
  readonly today?: string;
}

function asText(verdict: GateVerdict): string {
  const { blockers, not_judged: notJudged } = verdict;
  const lines = verdict.admitted
    ? [`admitted: ${verdict.case_model_provider} ${verdict.case_model}`]
    : [
        `blocked before case_process_started, ${blockers.length} ${blockers.length === 1 ? 'reason' : 'reasons'}`,
      ];
  for (const { id, message, help } of blockers) lines.push(`  ${id}: ${message}`, `    ${help}`);
  for (const { id, why } of notJudged) lines.push(`  not judged, ${id}: ${why}`);
  lines.push(
    `  source_admission_status: ${verdict.source_admission_status}`,
    `  case_model_admission_status: ${verdict.case_model_admission_status}`,
  );
  if (verdict.admission_digest !== null) lines.push(`  admission: ${verdict.admission_digest}`);
  return `${lines.map(safeLine).join('\n')}\n`;
}

/** 0: the harness may start the real backend; 1: it may not. What cannot be judged is thrown, and is no leave either. */
export async function gateCommand(
  options: GateCommandOptions,
  argv: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const format = options.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError('There is no format of that name.', 'Formats of `gate` are text and json.');
  const { format: _, ...asked } = options;
  const verdict = await judge({ ...asked, argv, cwd: io.cwd, env: io.env });
  const text =
    format === 'json'
      ? withoutSecrets(safeJson(verdict))
      : await foldedText(withoutSecrets(asText(verdict)), io);
  await print(io.stdout, text);
  return verdict.admitted ? 0 : 1;
}
