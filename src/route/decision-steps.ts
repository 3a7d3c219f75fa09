import type { DecisionRecord } from '../documents/kinds/decision-record.ts';
import type { Change } from './change.ts';
import { type Decided, foldedIdentity } from './decision.ts';

/** One decision before and after a change, with the records that stand for it; `after` is absent where none is left. */
export interface DecisionStep {
  readonly before: Decided;
  readonly was: DecisionRecord;
  readonly after: { readonly decided: Decided; readonly now: DecisionRecord } | undefined;
}

/** What is decided after a change, for the route that was decided before: by its identity, else by the record's path. */
function successors({ next }: Change): (before: Decided) => Decided | undefined {
  const byIdentity = new Map(next.decisions.map((decided) => [foldedIdentity(decided.identity), decided]));
  return (before) => {
    const own = byIdentity.get(foldedIdentity(before.identity));
    if (own !== undefined || before.identity !== undefined) return own;
    const paths = new Set(before.records.map(({ document }) => document.file.path));
    return next.decisions.find(({ records }) =>
      records.some(({ document }) => paths.has(document.file.path)),
    );
  };
}

/** The decisions that stood before a change, each with what it has become. */
export function decisionSteps(change: Change): readonly DecisionStep[] {
  const successorOf = successors(change);
  return change.base.decisions.map((before) => {
    const decided = successorOf(before);
    return {
      before,
      was: before.records[0]!,
      after: decided && { decided, now: decided.records[0]! },
    };
  });
}
