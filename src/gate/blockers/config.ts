import { REFUSED } from '../../disk/refusal.ts';
import { admittedPairs, isSamePair, type Pair } from '../../route/pair.ts';
import type { GateFacts } from '../facts.ts';
import { wholeAdmission } from '../whole-admission.ts';

export function configMissing({ dataDir }: GateFacts): string | undefined {
  if (dataDir === undefined) return 'CASE_DATA_DIR names no folder, so there is no config.';
  if (dataDir.config.state === 'refused' && dataDir.config.refusal === 'absent')
    return 'There is no config.json in CASE_DATA_DIR.';
  return undefined;
}

/** The pair that is asked for, where it is an admitted one; else whatever is admitted, so that one fault is one blocker. */
function wantedPairs({ asked, admission }: GateFacts): readonly Pair[] {
  const pairs = admittedPairs(wholeAdmission(admission));
  const { provider, model } = asked;
  if (provider === undefined || model === undefined) return pairs;
  const own = pairs.find((pair) => isSamePair(pair, { provider, model }));
  return own ? [own] : pairs;
}

export function configMismatch(facts: GateFacts): string | undefined {
  const { dataDir } = facts;
  if (dataDir === undefined || dataDir.config.state === 'unnamed') return undefined;
  const { config } = dataDir;
  if (config.state === 'refused')
    return config.refusal === 'absent' ? undefined : `The config.json ${REFUSED[config.refusal]}.`;
  if (config.value === undefined || config.faults.length > 0)
    return config.faults[0] ?? 'The config.json is not of its format.';
  const main = config.value.models.default;
  const wanted = wantedPairs(facts);
  if (wanted.length > 0 && !wanted.some((pair) => isSamePair(pair, main)))
    return 'In the config.json `models.default` is not the pair that is asked for.';
  return dataDir.roleFaults[0];
}

export function configNotIsolated({ dataDir }: GateFacts): string | undefined {
  return dataDir?.shared[0];
}
