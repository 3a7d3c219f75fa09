import { REFUSED } from '../../disk/refusal.ts';
import type { GateFacts } from '../facts.ts';

export function providerUnavailable({ binary }: GateFacts): string | undefined {
  if (binary.state === 'unnamed') return 'provider unavailable: CTO_HARNESS_CASE_BIN names no binary.';
  if (binary.state === 'refused' && binary.refusal === 'absent')
    return 'provider unavailable: the binary that CTO_HARNESS_CASE_BIN names does not exist.';
  return undefined;
}

export function binaryNotExecutable({ binary }: GateFacts): string | undefined {
  if (binary.state === 'refused' && binary.refusal !== 'absent')
    return `The binary that CTO_HARNESS_CASE_BIN names ${REFUSED[binary.refusal]}.`;
  if (binary.state === 'read' && !binary.executable)
    return 'The binary that CTO_HARNESS_CASE_BIN names is not executable.';
  return undefined;
}

export function binaryDigestMismatch({ binary, build }: GateFacts): string | undefined {
  if (binary.state !== 'read' || build.state !== 'read' || build.value === undefined) return undefined;
  if (binary.digest === build.value.binary_sha256) return undefined;
  return 'The binary is not the one that the build report records: its SHA-256 differs.';
}

export function buildReportMissing({ build }: GateFacts): string | undefined {
  if (build.state === 'unnamed') return 'No build report is recorded at HEAD.';
  if (build.state === 'refused' && build.refusal === 'absent')
    return 'The build report that is named does not exist.';
  return undefined;
}

export function buildReportInvalid({ build }: GateFacts): string | undefined {
  if (build.state === 'refused' && build.refusal !== 'absent')
    return `The build report ${REFUSED[build.refusal]}.`;
  return build.state === 'read' ? build.faults[0] : undefined;
}

export function wrongSource({ build }: GateFacts): string | undefined {
  return build.identityFaults[0];
}
