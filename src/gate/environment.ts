/** What a harness asks for, from the variables that the route names. An empty variable is a missing one. */
export interface Asked {
  readonly allowed: string | undefined;
  readonly stage: string | undefined;
  readonly binary: string | undefined;
  readonly admissionFile: string | undefined;
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly timeout: string | undefined;
  readonly dataDir: string | undefined;
  readonly adapterFile: string | undefined;
}

export const VARIABLES: Readonly<Record<keyof Asked, string>> = {
  allowed: 'CTO_HARNESS_ALLOW_CASE',
  stage: 'CTO_HARNESS_CASE_STAGE',
  binary: 'CTO_HARNESS_CASE_BIN',
  admissionFile: 'CTO_HARNESS_CASE_MODEL_ADMISSION_FILE',
  provider: 'CTO_HARNESS_CASE_MODEL_PROVIDER',
  model: 'CTO_HARNESS_CASE_MODEL',
  timeout: 'CTO_HARNESS_CASE_TIMEOUT_SECONDS',
  dataDir: 'CASE_DATA_DIR',
  adapterFile: 'CTO_HARNESS_CASE_LOCAL_ADAPTER_FILE',
};

export function readAsked(env: NodeJS.ProcessEnv): Asked {
  const value = (name: keyof Asked): string | undefined => env[VARIABLES[name]] || undefined;
  return {
    allowed: value('allowed'),
    stage: value('stage'),
    binary: value('binary'),
    admissionFile: value('admissionFile'),
    provider: value('provider'),
    model: value('model'),
    timeout: value('timeout'),
    dataDir: value('dataDir'),
    adapterFile: value('adapterFile'),
  };
}
