import type { Document } from './documents/document.ts';
import type { Place, SourceFile } from './file.ts';
import type { Name } from './name.ts';
import type { Policy } from './policy/policy.ts';
import type { Change } from './route/change.ts';
import type { Route, RouteDocuments } from './route/route.ts';

export type Severity = 'error' | 'warning';

/** What a rule can be asked about: `file` is every file, `document` every markdown, JSON, YAML or JSONL file. */
export interface Subjects extends RouteDocuments {
  file: SourceFile;
  document: Document;
  route: Route;
  change: Change;
  suppression: SuppressionUse;
}

/** An entry of the policy's `suppress`, and what became of it in this run. */
export interface SuppressionUse {
  /** The entry in the policy file, or the file as a whole. */
  readonly at: Place;
  readonly rule: Name;
  readonly expired: boolean;
  /** It excused nothing. Only known where everything is judged; else never set. */
  readonly unused: boolean;
}

/** The `{names}` of a message. */
type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;

/** What a message may be filled with: numbers and names, never a document's text. */
export type Data = Readonly<Record<string, number | Name | readonly Name[]>>;

type Filled<Messages extends Readonly<Record<string, string>>> = {
  [Id in keyof Messages & string]: { readonly message: Id } & ([Slots<Messages[Id]>] extends [never]
    ? { readonly data?: undefined }
    : { readonly data: { readonly [Slot in Slots<Messages[Id]>]: number | Name | readonly Name[] } });
}[keyof Messages & string];

/** One thing wrong, at one place; `related` are the places that it contradicts, with messages of the same rule. */
export type Problem<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> =
  Filled<Messages> & {
    readonly at: Place;
    /** `likely` is a warning where the policy doesn't set the rule's severity. */
    readonly certainty?: 'certain' | 'likely';
    /** For what is excused by value (a secret): made by the detector. Else one is made from rule, path and line. */
    readonly fingerprint?: string;
    readonly related?: readonly (Filled<Messages> & { readonly at: Place })[];
  };

/** A document that a rule is shown with: its path, its text, and the files beside it where the rule needs some. */
export interface Example {
  readonly path: string;
  readonly text: string;
  /** git's mode, for examples of links. */
  readonly mode?: '120000';
  readonly beside?: Readonly<Record<string, string>>;
  /** For what is told by a change: the files as they were before it. */
  readonly base?: Readonly<Record<string, string>>;
  /** For what is told by who made a commit. */
  readonly authorEmail?: string;
  /** Keys of the policy that the example needs beside the built-in ones. */
  readonly policy?: Readonly<Record<string, unknown>>;
}

export interface Rule<
  Each extends keyof Subjects = keyof Subjects,
  Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> {
  readonly id: string;
  readonly severity: Severity;
  /** One line, as a sentence. */
  readonly summary: string;
  /** What goes wrong without the rule: a paragraph. */
  readonly why: string;
  /** The way out, in one or two sentences. */
  readonly help: string;
  /** Rows of the requirements that it enforces. */
  readonly requirements: readonly string[];
  readonly messages: Messages;
  readonly examples: { readonly good: Example; readonly bad: Example };
  /** One subject, or a list of them: what stands in files of any kind is looked for wherever it may stand. */
  readonly each: Each | readonly Each[];
  /**
   * For `each: 'document'`: words without which a file cannot concern the rule, in any spelling. A file of no kind
   * that mentions none of them is not parsed at all.
   */
  mentions?(policy: Policy): readonly string[];
  check(subject: Subjects[Each], policy: Policy): Iterable<Problem<Messages>>;
}

/** A problem of whichever rule, as the engine places it. */
export interface AnyProblem {
  readonly at: Place;
  readonly message: string;
  readonly data?: Data | undefined;
  readonly certainty?: 'certain' | 'likely';
  readonly fingerprint?: string;
  readonly related?: readonly {
    readonly at: Place;
    readonly message: string;
    readonly data?: Data | undefined;
  }[];
}

/** A rule as the registry holds it: of whichever subject. */
export type AnyRule = Omit<Rule, 'check' | 'each'> & {
  readonly each: keyof Subjects | readonly (keyof Subjects)[];
  check(subject: never, policy: Policy): Iterable<AnyProblem>;
};

/** Gives a rule its types: messages are checked against the data that the generator yields. */
export function defineRule<
  Each extends keyof Subjects,
  const Messages extends Readonly<Record<string, string>>,
>(rule: Rule<Each, Messages>): Rule<Each, Messages> {
  return rule;
}

// What rules are written with, so that they import the contract and nothing else.
export { dayAfter, isAhead, isDate } from './date.ts';
export { agentsIn, isApprovedByMachine } from './documents/approval/actors.ts';
export { isBareApproval } from './documents/approval/bare.ts';
export { namesImpossibleDay } from './documents/approval/date.ts';
export { isGiven } from './documents/approval/given-approval.ts';
export { firstDayGiven, isNewApproval } from './documents/approval/identity.ts';
export { isPartOfName } from './documents/approval/named-actors.ts';
export { classOf, fitsClass, isPlaceholder } from './documents/class-name.ts';
export { codeLines, linesWith } from './documents/code-lines.ts';
export { commandSearch } from './documents/commands/command-search.ts';
export { isDenied, isDenyingKey, isUnderDenyingKey } from './documents/commands/denials.ts';
export { type Command, commandsOf } from './documents/commands/document-commands.ts';
export { packageCommands, packageEntries } from './documents/commands/npm-packages.ts';
export { isShellScript, scriptCommands } from './documents/commands/script-commands.ts';
export { shellCommands } from './documents/commands/shell-words.ts';
export { leavesFolder } from './documents/confined-path.ts';
export { looksLikeValue } from './documents/credential-value.ts';
export type { Document, Field, Kind } from './documents/document.ts';
export { elementsOf } from './documents/elements.ts';
export { type Inexactness, inexactness } from './documents/exact-name.ts';
export { isFieldDescription } from './documents/fields/field-description.ts';
export { runningValue } from './documents/fields/running-value.ts';
export { type AttributeLine, matchesAttributes, readAttributes } from './documents/git-attributes.ts';
export { type ItemReference, itemReferences } from './documents/item-references.ts';
export { type Entry, entryOf, joinedEntries, keepsEntry } from './documents/kept-entry.ts';
export type { DecisionRecord } from './documents/kinds/decision-record.ts';
export type { TaskPart } from './documents/kinds/task-file.ts';
export type { ItemEntry } from './documents/kinds/work-items.ts';
export { isGoverned } from './documents/kinds.ts';
export { isCounterExample } from './documents/markdown/counter-example.ts';
export { hiddenIn } from './documents/markdown/hidden-html.ts';
export { shownHtml } from './documents/markdown/shown-html.ts';
export { namesOtherPair } from './documents/other-pair.ts';
export { hasPhrase, phraseStarts, wordsOf } from './documents/phrases.ts';
export { holdsPlaceholder } from './documents/placeholder-mark.ts';
export { repositoryName } from './documents/repository-name.ts';
export { namesNothing, passedDate, readReviewTrigger } from './documents/review/trigger.ts';
export { resembles, skeleton, spellsOut } from './documents/skeleton.ts';
export {
  claimsOf,
  otherBranchesIn,
  saysAll,
  statementsFor,
  unkeptStatements,
} from './documents/statements/document-statements.ts';
export { otherModelsIn } from './documents/statements/other-models.ts';
export { saysNothing } from './documents/vague.ts';
export { isWidening } from './documents/widening.ts';
export { type Place, placeOf, wholeFile } from './file.ts';
export { keysOf, type Name, nameOf, toName } from './name.ts';
export { literalPattern } from './pattern.ts';
export { type Loosening, loosenings } from './policy/compare-policies.ts';
export { compileGlobs } from './policy/globs.ts';
export type { Fact, Policy } from './policy/policy.ts';
export { nearestDecision } from './route/admission.ts';
export type { Change } from './route/change.ts';
export { unadmittedRoles } from './route/config-roles.ts';
export { differingKeys, isUnclear } from './route/decision.ts';
export { decisionSteps } from './route/decision-steps.ts';
export { driftsOf } from './route/drift.ts';
export { admittedPairs, isSamePair } from './route/pair.ts';
export { placeInPolicy } from './route/policy-place.ts';
export { createResolver } from './route/references.ts';
export { renamedDocuments } from './route/renamed.ts';
export { wordSet } from './word-set.ts';
