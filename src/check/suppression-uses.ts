import type { Document } from '../documents/document.ts';
import { type Place, placeOf, type SourceFile, wholeFile } from '../file.ts';
import type { SuppressionUse } from '../rule.ts';
import type { SuppressionState } from './suppressions.ts';

/** A stand-in for a policy file that is part of no revision: findings about it are about the file as a whole. */
function policyElsewhere(path: string): SourceFile {
  return {
    path,
    mode: '100644',
    blob: '',
    size: 0,
    text: '',
    encoding: 'utf-8',
    unreadable: undefined,
    commit: undefined,
    origin: 'commit',
    secrets: [],
    moreSecrets: 0,
    evidence: [],
    evidenceFile: undefined,
    targets: [],
    unlistedPaths: [],
  };
}

function entryPlace(document: Document | undefined, at: number): Place | undefined {
  const root = document?.trees[0];
  const list =
    root?.kind === 'mapping' ? root.entries.find(({ key }) => key === 'suppress')?.value : undefined;
  const entry = list?.kind === 'list' ? list.items[at] : undefined;
  return document && entry && placeOf(document.file, entry);
}

/**
 * The policy's suppressions as subjects of a rule.
 * @param policyDocument the policy file, where it is a part of a revision
 * @param path how the policy file is named where it is part of none
 * @param whole whether everything was judged, so that an unused entry is known to excuse nothing
 */
export function suppressionUses(
  states: readonly SuppressionState[],
  policyDocument: Document | undefined,
  path: string,
  whole: boolean,
): readonly SuppressionUse[] {
  const elsewhere = policyElsewhere(path);
  return states.map(({ suppression, at, expired, used }) => ({
    at: entryPlace(policyDocument, at) ?? wholeFile(policyDocument?.file ?? elsewhere),
    rule: suppression.rule,
    expired,
    unused: whole && !used,
  }));
}
