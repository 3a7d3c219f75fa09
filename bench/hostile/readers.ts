import { createDetect } from '../../src/check/detect.ts';
import { NOTHING_DETECTED } from '../../src/check/detectors.ts';
import { frameOf } from '../../src/check/frames.ts';
import { maskText } from '../../src/check/masking.ts';
import { packageCommands, packageEntries } from '../../src/documents/commands/npm-packages.ts';
import { shellCommands } from '../../src/documents/commands/shell-words.ts';
import { readFrontMatter } from '../../src/documents/data/front-matter.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { readReviewTrigger } from '../../src/documents/review/trigger.ts';
import { resembles, skeleton } from '../../src/documents/skeleton.ts';
import {
  claimsOf,
  otherBranchesIn,
  unkeptStatements,
} from '../../src/documents/statements/document-statements.ts';
import { statedIn } from '../../src/documents/statements/stated.ts';
import { readIndex } from '../../src/evidence/index/index-file.ts';
import { placeOf, type SourceFile } from '../../src/file.ts';
import { parseConfig } from '../../src/git/repository/config-text.ts';
import { exactMatcher } from '../../src/policy/glob-matcher.ts';
import { compileGlobs, globFault } from '../../src/policy/globs.ts';
import { listedTargets } from '../../src/policy/listed-targets.ts';
import { loadTargets } from '../../src/policy/load-targets.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { frameRows } from '../../src/report/frame.ts';
import { modelsNamed } from '../../src/verify/model-names.ts';
import { readPatchFiles } from '../../src/verify/patch-files.ts';
import { findingOf } from '../../test/report/example.ts';
import { findingsOf, policyOf } from '../../test/rules/judge.ts';

const policy: Policy = { ...policyOf(), today: '2026-11-20', source: 'bench', digest: 'sha256:bench' };

/** A text as a file. */
export function fileOf(path: string, text: string): SourceFile {
  return {
    path,
    mode: '100644',
    blob: '0'.repeat(40),
    size: text.length,
    text,
    encoding: 'utf-8',
    unreadable: undefined,
    commit: undefined,
    origin: 'tree',
    ...NOTHING_DETECTED,
  };
}

async function stated(text: string): Promise<unknown> {
  const document = await parseDocument(fileOf('plans/sot/a.md', text), ['sot']);
  if (document === undefined) return undefined;
  return [
    statedIn(document, policy),
    claimsOf(document, 'sot', policy),
    otherBranchesIn(document, policy),
    unkeptStatements(document, policy.statements, policy),
  ];
}

const detect = createDetect({ policy, rules: new Set(), withFingerprints: false });

/** What a terminal is shown of a text that is full of findings. */
async function framed(text: string): Promise<unknown> {
  const { secrets } = await detect({ path: 'a.md', text, mode: '100644', blob: '', encoding: 'utf-8' });
  const file = { ...fileOf('a.md', text), secrets };
  const plain = { gutter: String, context: String, caret: String };
  const places = [{ start: 0, end: 1 }, { start: text.length >> 1, end: text.length }, ...secrets];
  return places.map((span) => [
    maskText(file, span.start, Math.min(span.end, span.start + 1000)),
    frameRows(frameOf(placeOf(file, span)), findingOf({}), 80, plain),
  ]);
}

/** A pattern of the policy, which runs in a linear engine, over a text. */
function declared(forbid: string): (text: string) => Promise<unknown> {
  return async (text) => {
    const { declaredRules } = await import('../../src/check/declared-rules.ts');
    const { RE2JS } = await import('re2js');
    RE2JS.compile(forbid);
    const own = policyOf({ declare: [{ id: 'local/a', kind: 'file', forbid, message: 'A' }] });
    return findingsOf(await declaredRules({ ...policy, ...own }), { 'a.txt': text });
  };
}

const GLOBS = [
  '**/*.md',
  '**/.sot/**/*.md',
  '**/a/**/a/**/a/**/b',
  '*a*a*b',
  '{a,aa}{a,aa}{a,aa}b',
  '**/*[a-z]*b',
];

/** Further readers of what a stranger may have written, each by its name. */
export const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'front matter': (text) => readFrontMatter(`---\n${text}\n---\n`),
  statements: stated,
  'review trigger': readReviewTrigger,
  'shell commands': shellCommands,
  'package commands': (text) => packageCommands(text, 'case'),
  'package entries': (text) => packageEntries('package.json', text, 'case'),
  skeleton: (text) => [skeleton(text), resembles(text, 'decision_status')],
  'model names': (text) => [...modelsNamed(text)],
  'files of a patch': readPatchFiles,
  'evidence index file': (text) => readIndex(text, undefined),
  'git configuration': parseConfig,
  'list of targets': (text) => [loadTargets(text, 'a'), listedTargets(text)],
  'targets of a policy': (text) => listedTargets(`targets:\n${text}`),
  // No path is longer than this, on any system.
  'globs, path': (text) => GLOBS.map((glob) => exactMatcher(glob)(text.slice(0, 4096))),
  'globs, glob': (text) => {
    const glob = text.slice(0, 512);
    return globFault(glob) === undefined && compileGlobs([glob])(text.slice(0, 4096));
  },
  'declared pattern': declared('(a|aa)*b'),
  'declared pattern of words': declared('(?i)\\b(a+)+ ?approved$'),
  frames: framed,
};
