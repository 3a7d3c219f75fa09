import type { DecisionRecord } from '../documents/decision-record.ts';
import type { Change } from './change.ts';
import { type Decided, isSameRoute } from './decision.ts';

/** One decision before and after a change, with the records that stand for it; `after` is absent where none is left. */
export interface DecisionStep {
  readonly before: Decided;
  readonly was: DecisionRecord;
  readonly after: { readonly decided: Decided; readonly now: DecisionRecord } | undefined;
}

/** What is decided after a change, for the route that was decided before: by its identity, else by the record's path. */
function successorOf(before: Decided, { next }: Change): Decided | undefined {
  const own = next.decisions.find(({ identity }) => isSameRoute(identity, before.identity));
  if (own !== undefined || before.identity !== undefined) return own;
  const paths = new Set(before.records.map(({ document }) => document.file.path));
  return next.decisions.find(({ records }) => records.some(({ document }) => paths.has(document.file.path)));
}

/** The decisions that stood before a change, each with what it has become. */
export function decisionSteps(change: Change): readonly DecisionStep[] {
  return change.base.decisions.map((before) => {
    const decided = successorOf(before, change);
    return {
      before,
      was: before.records[0]!,
      after: decided && { decided, now: decided.records[0]! },
    };
  });
}
