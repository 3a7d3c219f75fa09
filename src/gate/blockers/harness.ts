import type { GateFacts } from '../facts.ts';

export function notAllowed({ asked }: GateFacts): string | undefined {
  return asked.allowed === '1' ? undefined : 'CTO_HARNESS_ALLOW_CASE is not exactly `1`.';
}

export function stageInvalid({ asked, policy }: GateFacts): string | undefined {
  const { stage } = policy.run;
  return asked.stage === String(stage) ? undefined : `CTO_HARNESS_CASE_STAGE is not exactly \`${stage}\`.`;
}

export function timeoutInvalid({ asked }: GateFacts): string | undefined {
  if (asked.timeout === undefined || /^[1-9][0-9]{0,14}$/.test(asked.timeout)) return undefined;
  return 'CTO_HARNESS_CASE_TIMEOUT_SECONDS is set, and is no positive whole number.';
}
