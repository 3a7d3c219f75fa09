import { RULES } from '../../rules/registry.ts';
import type { Document, Kind } from '../documents/document.ts';
import type { SourceFile } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnyRule } from '../rule.ts';
import { LateError, runForStrangers, runForText } from '../time-limit.ts';
import { type PlacedFinding, toFindings } from './findings.ts';
import { mayConcern } from './mentions.ts';
import { isWhole } from './not-judged.ts';
import { runRules, subjectsNamed } from './run-rules.ts';
import { isLate, lateFile, type RawFile } from './source-file.ts';
import type { Timing } from './timing.ts';

/** What one file is read with. */
export interface FileReader {
  source(raw: RawFile): Promise<SourceFile>;
  kinds(file: SourceFile): readonly Kind[];
  document(file: SourceFile): Promise<Document | undefined>;
}

export interface JudgedFile {
  readonly file: SourceFile;
  readonly placed: readonly PlacedFinding[];
  /** Nothing was found, and nothing of it was left out. */
  readonly clean: boolean;
}

/** Has a file judged by every rule that looks at one file alone. Nothing that other files hold changes the verdict. */
export type JudgeFile = (raw: RawFile, isOfHead: boolean) => Promise<JudgedFile>;

/** The policy for such rules. They must not ask for the day: their verdicts are kept beyond it. */
export function withoutDay(policy: Policy): Policy {
  const today = (): never => {
    throw new Error('a rule about files asks for the day, which its verdicts are not kept by');
  };
  // Over the policy and no copy of it: a copy would have its digest made.
  return Object.create(policy, { today: { get: today } }) as Policy;
}

function isPlain(file: SourceFile): boolean {
  return file.origin === 'tree' && file.mode.startsWith('100') && file.unreadable === undefined;
}

export function createFileJudge(
  policy: Policy,
  rules: readonly AnyRule[],
  reader: FileReader,
  timing: Timing | undefined,
): JudgeFile {
  const documentRules = rules.filter((rule) => subjectsNamed(rule).includes('document'));
  const ownRules = rules.filter((rule) =>
    subjectsNamed(rule).some((each) => each === 'file' || each === 'document'),
  );
  const fileRules = ownRules.filter((rule) => subjectsNamed(rule).includes('file'));
  const mentions = [...new Set(documentRules.flatMap((rule) => rule.mentions?.(policy) ?? []))];
  const known = new Set<AnyRule>(RULES);
  const runFor = ownRules.every((rule) => known.has(rule)) ? runForText : runForStrangers;
  const unreadable = ownRules.filter(({ id }) => id === UNREADABLE);
  return async (raw, isOfHead) => {
    const file = await reader.source(raw);
    const run = runFor(file.text, policy.limits);
    // Nothing would tell of it.
    if (file.unreadable === 'timed-out' && unreadable.length === 0)
      throw new LateError('A file took too long to be judged.');
    const judged = (
      rules: readonly AnyRule[],
      one: SourceFile,
      document: Document | undefined,
    ): readonly PlacedFinding[] => {
      const documents = document ? [document] : [];
      const subject = { files: [one], documents, changes: [], route: undefined, isJudged: () => true };
      return toFindings(
        // Its own text is what may take long: of a late file that is nothing, and to tell of it can't be late again.
        runFor(one.text, policy.limits)(() => runRules(rules, subject, policy, timing)),
        policy,
      );
    };
    try {
      // Governed documents are judged as such, with their route. Any other is parsed only where a rule may have a say.
      // In a range an older blob of a path is judged as a file only: a fault that a later commit mends is none.
      const concerned =
        isPlain(file) && isOfHead && run(() => reader.kinds(file).length === 0 && mayConcern(file, mentions));
      const document = concerned ? await reader.document(file) : undefined;
      if (document && isLate(document) && unreadable.length === 0)
        throw new LateError('A document took too long to be judged.');
      const placed = judged(document ? ownRules : fileRules, file, document);
      return { file, placed, clean: placed.length === 0 && isWhole(raw, file) };
    } catch (error) {
      if (!(error instanceof LateError && unreadable.length > 0)) throw error;
      return { file, placed: judged(unreadable, lateFile(file), undefined), clean: false };
    }
  };
}

/** Tells of a file that took too long. */
const UNREADABLE = 'file/unreadable';
