import { startOfRun } from '../../evidence/run-directory.ts';
import { admittedPairs, isSamePair } from '../../route/pair.ts';
import type { RunFacts } from '../facts.ts';
import { timeIn } from '../report-values.ts';
import type { Shortfall } from '../verdict.ts';

/** The pair that the run reports is one that the admission admits: its own word for it does not count. */
export function* modelAdmission({ name, report, admission }: RunFacts): Generator<Shortfall> {
  const {
    case_model_provider: provider,
    case_model: model,
    case_model_admission_status: status,
  } = report.data;
  const at = (key: string, message: string): Shortfall => ({
    message,
    file: 'report.json',
    line: report.lineOf(key),
  });
  if (status !== 'admitted')
    yield at('case_model_admission_status', '`case_model_admission_status` is not `admitted`.');
  if (admission.admission === undefined) {
    yield at('case_model_provider', admission.fault ?? 'No admission was found.');
    return;
  }
  // A harness asks before it starts: what was admitted later did not admit this run.
  const started = Math.max(startOfRun(name), timeIn(report.data, ['started_at']));
  if (Date.parse(admission.admission.admission_timestamp) > started)
    yield at('started_at', 'The run started before its pair was admitted.');
  const isAdmitted =
    typeof provider === 'string' &&
    typeof model === 'string' &&
    admittedPairs(admission.admission).some((pair) => isSamePair(pair, { provider, model }));
  if (!isAdmitted)
    yield at('case_model_provider', 'The pair of the run is not one that the admission admits.');
}

/** Nothing in the run names another provider or model: what ran is what its traces say. */
export function* singlePair({ files }: RunFacts): Generator<Shortfall> {
  for (const { shown, strangers, malformed } of files) {
    if (strangers.length > 0)
      yield {
        message: 'A provider or model is named that is neither the pair of the run nor its stated fallback.',
        file: shown,
        line: strangers[0]!,
      };
    if (malformed.length > 0)
      yield {
        message: 'This cannot be parsed, so nobody can tell which provider and model it names.',
        file: shown,
        line: malformed[0]!,
      };
  }
}
