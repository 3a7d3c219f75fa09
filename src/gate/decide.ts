import { admittedPairs, isSamePair } from '../route/pair.ts';
import {
  admissionDecisionMismatch,
  admissionInvalid,
  admissionMissing,
  admissionUnreadable,
  decisionNotMade,
  reviewDue,
} from './blockers/admission.ts';
import { commandShape, taskContract } from './blockers/command.ts';
import { configMismatch, configMissing, configNotIsolated } from './blockers/config.ts';
import { credentialsMissing } from './blockers/credentials.ts';
import { notAllowed, stageInvalid, timeoutInvalid } from './blockers/harness.ts';
import { localAdapterMissing } from './blockers/local-adapter.ts';
import { modelMismatch, modelMissing, providerMismatch, providerMissing } from './blockers/pair.ts';
import {
  binaryDigestMismatch,
  binaryNotExecutable,
  buildReportInvalid,
  buildReportMissing,
  providerUnavailable,
  wrongSource,
} from './blockers/provider.ts';
import type { GateFacts } from './facts.ts';
import type { Blocker, BlockerId, GateVerdict } from './verdict.ts';
import { wholeAdmission } from './whole-admission.ts';

/** `source`: whether the provider's source is admitted. `pair`: whether provider and model are. */
type About = 'start' | 'source' | 'pair';

interface Row {
  readonly about: About;
  /** What is wrong, as a sentence, or nothing. */
  readonly judge: (facts: GateFacts) => string | undefined;
  readonly help: string;
}

/** Every blocker, in the order that they are told in. */
const BLOCKERS: Readonly<Record<BlockerId, Row>> = {
  'not-allowed': {
    about: 'start',
    judge: notAllowed,
    help: 'Set CTO_HARNESS_ALLOW_CASE=1 where the real backend is meant; the fake one needs no gate.',
  },
  'stage-invalid': { about: 'start', judge: stageInvalid, help: 'Set CTO_HARNESS_CASE_STAGE to that stage.' },
  'timeout-invalid': {
    about: 'start',
    judge: timeoutInvalid,
    help: 'Write seconds as digits, like 900, or unset it.',
  },
  'provider-unavailable': {
    about: 'source',
    judge: providerUnavailable,
    help: 'Build the provider from its pinned source and name the binary in CTO_HARNESS_CASE_BIN.',
  },
  'binary-not-executable': {
    about: 'source',
    judge: binaryNotExecutable,
    help: 'Name the built binary itself, as a regular file that this user may execute.',
  },
  'binary-digest-mismatch': {
    about: 'source',
    judge: binaryDigestMismatch,
    help: 'Use the binary that was recorded, or record a build report for this one.',
  },
  'build-report-missing': {
    about: 'source',
    judge: buildReportMissing,
    help: 'Commit the build report, or name it with --build-report.',
  },
  'build-report-invalid': {
    about: 'source',
    judge: buildReportInvalid,
    help: 'Write the build report as its format asks: `cto-lint explain build/report`.',
  },
  'wrong-source': {
    about: 'source',
    judge: wrongSource,
    help: 'Build from the source and a pin of the policy; a later pin is added to the policy first.',
  },
  'decision-not-made': {
    about: 'pair',
    judge: decisionNotMade,
    help: 'Have an authority decide, and commit the record; `cto-lint status --rev HEAD` tells what is decided.',
  },
  'admission-missing': {
    about: 'pair',
    judge: admissionMissing,
    help: 'Name the admission in CTO_HARNESS_CASE_MODEL_ADMISSION_FILE.',
  },
  'admission-unreadable': {
    about: 'pair',
    judge: admissionUnreadable,
    help: 'Make the admission a regular file that this user may read and nobody writes to.',
  },
  'admission-invalid': {
    about: 'pair',
    judge: admissionInvalid,
    help: 'Write the admission as its format asks: `cto-lint explain admission/schema`.',
  },
  'admission-decision-mismatch': {
    about: 'pair',
    judge: admissionDecisionMismatch,
    help: 'Write the admission from the committed record, or have the decision changed first.',
  },
  'review-due': {
    about: 'pair',
    judge: reviewDue,
    help: 'Have the decision reviewed, and record and admit with a new trigger.',
  },
  'provider-missing': {
    about: 'pair',
    judge: providerMissing,
    help: 'Set CTO_HARNESS_CASE_MODEL_PROVIDER to the admitted provider.',
  },
  'model-missing': {
    about: 'pair',
    judge: modelMissing,
    help: 'Set CTO_HARNESS_CASE_MODEL to the admitted model.',
  },
  'provider-mismatch': {
    about: 'pair',
    judge: providerMismatch,
    help: 'Ask for the admitted pair, or for the fallback where the admission names one.',
  },
  'model-mismatch': {
    about: 'pair',
    judge: modelMismatch,
    help: 'Ask for the admitted pair, or for the fallback where the admission names one.',
  },
  'config-missing': {
    about: 'pair',
    judge: configMissing,
    help: 'Write config.json with the admitted pair as `models.default` into a folder of its own, and name that in CASE_DATA_DIR.',
  },
  'config-mismatch': {
    about: 'pair',
    judge: configMismatch,
    help: 'Write the pair that is asked for as `models.default`, and null for every other role.',
  },
  'config-not-isolated': {
    about: 'pair',
    judge: configNotIsolated,
    help: 'Name a folder of its own in CASE_DATA_DIR, outside of the repository and of every default.',
  },
  'local-adapter-missing': {
    about: 'pair',
    judge: localAdapterMissing,
    help: 'Write local-adapter.json with provider, model and endpoint into CASE_DATA_DIR, or name it in CTO_HARNESS_CASE_LOCAL_ADAPTER_FILE.',
  },
  'credentials-missing': {
    about: 'start',
    judge: credentialsMissing,
    help: 'Provide what `credentials` of the policy lists for the class.',
  },
  'command-shape': {
    about: 'start',
    judge: commandShape,
    help: 'Run the command exactly in that shape, with no secret in it.',
  },
  'task-contract': {
    about: 'start',
    judge: taskContract,
    help: 'Keep to the parts of the contract: `cto-lint explain task/contract`.',
  },
};

export const BLOCKER_IDS = Object.keys(BLOCKERS) as BlockerId[];

/** Those over the pair of which a marker tells in the run directory. */
export function isOverPair(id: BlockerId): boolean {
  return (
    /^(?:admission|model|config)-/.test(id) ||
    id === 'provider-missing' ||
    id === 'provider-mismatch' ||
    id === 'decision-not-made'
  );
}

/** Every blocker that applies. Pure: what it needs to know was gathered before. */
export function decide(facts: GateFacts): GateVerdict {
  const blockers: Blocker[] = BLOCKER_IDS.flatMap((id) => {
    const { judge, help } = BLOCKERS[id];
    const message = judge(facts);
    return message === undefined ? [] : [{ id, message, help }];
  });
  const status = (about: About): 'admitted' | 'not_admitted' =>
    blockers.some(({ id }) => BLOCKERS[id].about === about) ? 'not_admitted' : 'admitted';
  const { provider, model } = facts.asked;
  const pair = admittedPairs(wholeAdmission(facts.admission)).find((one) =>
    isSamePair(one, { provider: provider ?? '', model: model ?? '' }),
  );
  const { admission } = facts;
  const isPairAdmitted = status('pair') === 'admitted';
  return {
    admitted: blockers.length === 0,
    source_admission_status: status('source'),
    case_model_admission_status: status('pair'),
    case_model_provider: (isPairAdmitted ? pair?.provider : undefined) ?? null,
    case_model: (isPairAdmitted ? pair?.model : undefined) ?? null,
    case_process_started: false,
    admission_digest: admission.state === 'read' ? `sha256:${admission.digest}` : null,
    not_judged:
      facts.absentCredentials === undefined
        ? [
            {
              id: 'credentials-missing',
              what: 'BLD-5',
              why: 'The policy does not say where credentials of the admitted class live.',
            },
          ]
        : [],
    blockers,
  };
}
