import type { Place } from '../../file.ts';
import { wholeFile } from '../../file.ts';
import type { Name } from '../../name.ts';
import { compileGlobs } from '../../policy/globs.ts';
import type { Claim, Policy, Statement } from '../../policy/policy.ts';
import { beginsWithCapital } from '../../unicode.ts';
import type { Document } from '../document.ts';
import { decisionKeys, readDecisionRecord } from '../kinds/decision-record.ts';
import { hiddenIn } from '../markdown/hidden-html.ts';
import { asidesOf } from './asides.ts';
import { otherBranches } from './other-branches.ts';
import { readingOf } from './reading.ts';
import { isRetracted } from './retraction.ts';
import { columnsIn, type Said, speechOf } from './speech.ts';
import { claimed, compile, contradiction, keepsPlainly, makes, takesBack, touches } from './statement.ts';
import { wordsOf } from './words.ts';

/** A statement that a document does not keep making. */
export interface Unkept {
  readonly statement: Name;
  /** `missing`: no sentence makes it. `changed`: one is about it, but says something else. `contradicted`: the opposite. */
  readonly how: 'missing' | 'changed' | 'contradicted';
  readonly at: Place;
}

export interface Claimed {
  readonly claim: Name;
  readonly at: Place;
}

function said(document: Document, policy: Policy): readonly Said[] {
  const fields = policy.decision ? decisionKeys(policy.decision) : new Set<string>();
  return document.markdown ? speechOf(document.markdown, fields) : [];
}

function asidesIn(document: Document, policy: Policy): readonly Said[] {
  return asidesOf(document, policy.decision ? decisionKeys(policy.decision) : new Set());
}

/** Which of some statements a document fails to make, or contradicts. */
export function unkeptStatements(
  document: Document,
  statements: readonly Statement[],
  policy: Policy,
): readonly Unkept[] {
  const all = said(document, policy);
  const plain = all.filter(({ list, open }) => !list && !open);
  // What nobody sees keeps nothing, though it may contradict.
  const isHidden = hiddenIn(document);
  const sentences = all.filter(({ span }) => !isHidden(span));
  const unkept: Unkept[] = [];
  for (const statement of statements) {
    const wordings = compile(statement, policy);
    const { id } = statement;
    const against = plain.filter(({ reading }) => contradiction(reading, wordings));
    for (const { span } of against)
      unkept.push({ statement: id, how: 'contradicted', at: document.at(span) });
    const keeps = (one: Said): boolean => makes(one.reading, wordings) && !isRetracted(one);
    if (against.length > 0 || sentences.some(keeps)) continue;
    const near = sentences.find(({ reading, list }) => !list && touches(reading, wordings));
    const at = near ? document.at(near.span) : wholeFile(document.file);
    unkept.push({ statement: id, how: near ? 'changed' : 'missing', at });
  }
  return unkept;
}

/**
 * Whose decision a condition may wait for, by the names in `governed Core route`; `undefined`: any condition excuses.
 * A packet tells what would hold under conditions. A plan that grants something for a case has granted it.
 */
export function decidersFor(
  kind: Claim['in'][number],
  { authorities }: Pick<Policy, 'authorities'>,
): ReadonlySet<string> | undefined {
  if (kind !== 'sot') return undefined;
  const words = authorities.approve.flatMap((name) => wordsOf(name));
  return new Set(words.map(({ text }) => text).filter(beginsWithCapital));
}

/** What a document claims although documents of its kind must not. One claim a sentence and entry of the policy. */
export function claimsOf(document: Document, kind: Claim['in'][number], policy: Policy): readonly Claimed[] {
  const entries = policy.claims.filter((claim) => claim.in.includes(kind));
  if (entries.length === 0) return [];
  const deciders = decidersFor(kind, policy);
  const claimedIn = ({ reading, span }: Said, asked: readonly Claim[]): readonly Claimed[] =>
    asked
      .filter((entry) => claimed(reading, compile(entry, policy), deciders))
      .map(({ id }) => ({ claim: id, at: document.at(span) }));
  const columns = document.markdown ? columnsIn(document.markdown) : [];
  // No text of a packet or a record may claim, whoever is quoted; a plan may tell what others say.
  const asides = kind === 'sot' ? [] : asidesIn(document, policy);
  const ofColumns = columns.length > 0 ? entries.map(columnsOnly) : [];
  return [
    ...[...said(document, policy), ...asides].flatMap((one) =>
      one.list || one.open ? [] : claimedIn(one, entries),
    ),
    ...columns.flatMap((one) => claimedIn(one, ofColumns)),
  ];
}

/** Of the heads of a table only what names its columns is asked. */
function columnsOnly(claim: Claim): Claim {
  return { ...claim, any: claim.any.filter(({ names }) => names?.includes('columns')) };
}

/** Where a document names a branch that the policy's decision does not have. */
export function otherBranchesIn(document: Document, policy: Policy): readonly Place[] {
  if (document.markdown === undefined || policy.decision === undefined) return [];
  return otherBranches(document.markdown, policy.decision, asidesIn(document, policy)).map((span) =>
    document.at(span),
  );
}

/**
 * The statements that the policy asks of a single document; some are asked of a record in certain statuses only.
 * @param path by which the policy knows it
 */
export function statementsFor(
  document: Document,
  policy: Policy,
  path: string = document.file.path,
): readonly Statement[] {
  const asked = (policy.sot?.statements ?? []).filter(({ documents }) => compileGlobs(documents)(path));
  const statements = asked.flatMap((entry) => entry.statements);
  if (statements.every(({ when }) => when === undefined)) return statements;
  const status = policy.decision && readDecisionRecord(document, policy.decision).statuses[0]?.value;
  return statements.filter(({ when }) => when === undefined || when.some((one) => one === status));
}

/** Longer, and it says more than a field says. */
const LONGEST = 4000;

/** Whether a text makes every one of some of the policy's `statements`, as the `effect` of a branch has to, and leaves them so. */
export function saysAll(text: string, ids: readonly Name[], policy: Policy): boolean {
  if (text.length > LONGEST) return false;
  const reading = readingOf(text);
  const sentences = text.split(/(?<=[.!?])\s+/).map((sentence) => readingOf(sentence));
  return ids.every((id) => {
    const statement = policy.statements.find((one) => one.id === id);
    if (statement === undefined) return false;
    const wordings = compile(statement, policy);
    return (
      [reading, ...sentences].some((one) => makes(one, wordings)) &&
      keepsPlainly(reading, wordings) &&
      contradiction(reading, wordings) === undefined &&
      !sentences.some((one) => takesBack(one, wordings))
    );
  });
}
