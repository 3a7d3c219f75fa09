import { REFUSED } from '../../disk/refusal.ts';
import { classOf } from '../../documents/class-name.ts';
import type { LocalAdapterData } from '../../documents/kinds/formats.ts';
import { admittedPairs, isSamePair } from '../../route/pair.ts';
import { isLoopback, namesHost } from '../endpoint.ts';
import type { GateFacts } from '../facts.ts';
import { wholeAdmission } from '../whole-admission.ts';

function misfit(adapter: LocalAdapterData, facts: GateFacts): string | undefined {
  const admission = wholeAdmission(facts.admission);
  const pairs = admittedPairs(admission);
  if (pairs.length > 0 && !pairs.some((pair) => isSamePair(pair, adapter)))
    return 'The local adapter names a pair that is not admitted.';
  const networkClass = classOf(admission?.allowed_network_class ?? '');
  if (!isLoopback(adapter.endpoint) && !namesHost(networkClass, adapter.endpoint))
    return 'The endpoint of the local adapter is neither on loopback nor within the allowed network class.';
  return undefined;
}

/** Only under a branch that is local. */
export function localAdapterMissing(facts: GateFacts): string | undefined {
  const { decided } = facts.decision;
  const branch = decided && facts.policy.decision.branches[decided.status];
  if (!branch?.local) return undefined;
  const adapter = facts.dataDir?.adapter ?? { state: 'unnamed' };
  if (adapter.state === 'unnamed') return 'No local adapter config is named.';
  if (adapter.state === 'refused') return `The local adapter config ${REFUSED[adapter.refusal]}.`;
  if (adapter.value === undefined || adapter.faults.length > 0)
    return adapter.faults[0] ?? 'The local adapter config is not of its format.';
  return misfit(adapter.value, facts);
}
