import { now } from '../clock.ts';
import type { Document, Kind } from '../documents/document.ts';
import type { SourceFile } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Change } from '../route/change.ts';
import type { Route, RouteDocuments } from '../route/route.ts';
import type { AnyProblem, AnyRule, Subjects, SuppressionUse } from '../rule.ts';
import { isOutOfStack } from '../time-limit.ts';
import type { Timing } from './timing.ts';

/** Everything that a run judges, typed. `isJudged` tells whether a document is among the changed ones. */
export interface Subject {
  readonly files: readonly SourceFile[];
  readonly documents: readonly Document[];
  readonly route: Route | undefined;
  readonly changes: readonly Change[];
  readonly suppressions?: readonly SuppressionUse[];
  isJudged(document: Document): boolean;
}

export interface Hit {
  readonly rule: AnyRule;
  readonly problem: AnyProblem;
}

/** A rule threw: an internal fault, told apart from a finding. Ends as exit 2 that names the rule. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly ruleId: string;
  constructor(ruleId: string, cause: unknown) {
    super(`the rule ${ruleId} failed`, { cause });
    this.ruleId = ruleId;
  }
}

type OfKind = { readonly [K in Kind]: (route: Route) => readonly RouteDocuments[K][] };

const OF_KIND: OfKind = {
  'decision-record': (route) => route.records,
  'decision-packet': (route) => route.packets,
  'work-items': (route) => route.workItems,
  sot: (route) => route.sots,
  task: (route) => route.tasks,
  admission: (route) => route.admissions,
  'build-report': (route) => route.buildReports,
  'generated-config': (route) => route.configs,
};

function isKind(each: keyof Subjects): each is Kind {
  return each in OF_KIND;
}

function subjectsOf(each: keyof Subjects, subject: Subject): readonly Subjects[keyof Subjects][] {
  if (each === 'file') return subject.files;
  if (each === 'document') return subject.documents.filter(subject.isJudged);
  if (each === 'change') return subject.changes;
  if (each === 'suppression') return subject.suppressions ?? [];
  if (subject.route === undefined) return [];
  if (each === 'route') return [subject.route];
  if (isKind(each)) return OF_KIND[each](subject.route).filter(({ document }) => subject.isJudged(document));
  return [];
}

/** The subjects that a rule asks for. */
export function subjectsNamed(rule: AnyRule): readonly (keyof Subjects)[] {
  const { each } = rule;
  return typeof each === 'string' ? [each] : each;
}

/** Runs each rule over its subjects. The problems come in the order of the rules; sorting is the report's. */
export function runRules(
  rules: readonly AnyRule[],
  subject: Subject,
  policy: Policy,
  timing?: Timing,
): Hit[] {
  const hits: Hit[] = [];
  for (const rule of rules) {
    // A list of rules forgets which subject goes with which rule; the table above keeps the pairs.
    const check = rule.check as (one: Subjects[keyof Subjects], policy: Policy) => Iterable<AnyProblem>;
    const begin = timing === undefined ? 0 : now();
    try {
      for (const each of subjectsNamed(rule)) {
        for (const one of subjectsOf(each, subject)) {
          for (const problem of check(one, policy)) hits.push({ rule, problem });
        }
      }
    } catch (cause) {
      // No fault of the rule: the text is too much for it, which whoever runs rules over a text tells.
      if (isOutOfStack(cause)) throw cause;
      throw new RuleError(rule.id, cause);
    }
    timing?.add(rule.id, now() - begin);
  }
  return hits;
}
