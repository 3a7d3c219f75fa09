import { RULES } from '../../rules/registry.ts';
import { createDetect } from '../../src/check/detect.ts';
import { readAttributes } from '../../src/documents/git-attributes.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { decodeText } from '../../src/documents/text.ts';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { buildRunPart } from '../../src/evidence/index/run-part.ts';
import { structureOf } from '../../src/evidence/structure/structure.ts';
import { decodedParts } from '../../src/evidence/text/decode.ts';
import { blindingAttributes } from '../../src/git/attributes.ts';
import { parseCommit, parseTag } from '../../src/git/commits/commit-object.ts';
import { pathBytes, pathText } from '../../src/git/path-text.ts';
import { unquote } from '../../src/git/quoted-path.ts';
import { parsePreReceive } from '../../src/git/ranges/push-lines.ts';
import { parseAlternates } from '../../src/git/repository/alternates.ts';
import { parseModules } from '../../src/git/repository/modules.ts';
import { wildmatch } from '../../src/git/wildmatch.ts';
import { nameOf } from '../../src/name.ts';
import { lineStarts } from '../../src/place.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { safeAnnotation, safeJson, safeMarkdown, safeUri, safeXml } from '../../src/report/safe-text.ts';
import { withoutSecrets } from '../../src/report/without-secrets.ts';
import { findOwnSecrets } from '../../src/secrets/find-own-secrets.ts';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { findTargets } from '../../src/targets/find-targets.ts';
import { findUnlistedPaths } from '../../src/targets/find-unlisted-paths.ts';
import { compileTargets } from '../../src/targets/matcher.ts';
import { findingsOf, policyOf } from '../../test/rules/judge.ts';
import { fileOf, READERS } from './readers.ts';

/** What reads a text that a stranger may have written. What it says does not matter here, nor whether it refuses. */
export interface Subject {
  readonly name: string;
  readonly run: (text: string) => unknown;
}

const TARGETS = [
  {
    name: nameOf('shop'),
    paths: ['/srv/acme/shop', '~/work/store'],
    remotes: ['git.example.org/acme/shop'],
    hashes: [],
  },
];
const matcher = compileTargets(TARGETS);

const RUN = Array.from(
  { length: 400 },
  (_, at) => `2026-11-20T10:00:00.${at}Z INFO step ${at} wrote /w/out-${at * 7919}.json in ${at} ms\n`,
).join('');
const index = new EvidenceIndex(
  [
    buildRunPart(
      nameOf('run-1'),
      [{ file: 'test.log', size: RUN.length, chunks: [Buffer.from(RUN)] }],
      undefined,
    ),
  ],
  undefined,
);

/** A text as a file of a repository, judged by all rules: the engine, the route, the statements, whatever a kind brings. */
function judged(path: string): Subject {
  const policy = { targets: TARGETS };
  const detect = createDetect({
    policy: { ...policyOf(policy), today: '2026-11-20', source: 'bench', digest: 'sha256:bench' },
    rules: new Set(RULES.map(({ id }) => id)),
    withFingerprints: false,
  });
  return {
    name: `judge ${path}`,
    run: (text) => findingsOf(RULES, { [path]: text }, { policy, detect, base: { [path]: '# A\n' } }),
  };
}

function parsed(path: string): Subject {
  return { name: `parse ${path}`, run: (text) => parseDocument(fileOf(path, text), []) };
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export const SUBJECTS: readonly Subject[] = [
  { name: 'lines', run: lineStarts },
  { name: 'decode UTF-8', run: (text) => decodeText(Buffer.from(text), 'a.md') },
  { name: 'decode UTF-16', run: (text) => decodeText(Buffer.from(text, 'utf16le'), 'a.md') },
  { name: 'secrets, own', run: (text) => findOwnSecrets(text, { path: 'a.md' }) },
  { name: 'secrets, all', run: (text) => findSecrets(text, { path: 'a.md' }) },
  { name: 'targets', run: (text) => findTargets(text, matcher, {}) },
  { name: 'unlisted paths', run: (text) => findUnlistedPaths(text, ['/srv/evidence']) },
  { name: 'evidence structure', run: structureOf },
  { name: 'evidence encodings', run: decodedParts },
  { name: 'evidence index', run: (text) => findEvidence(text, index) },
  {
    name: 'evidence of a run',
    run: (text) =>
      buildRunPart(
        nameOf('run-2'),
        [{ file: 'a.log', size: text.length, chunks: [Buffer.from(text)] }],
        undefined,
      ),
  },
  parsed('a.md'),
  parsed('a.json'),
  parsed('a.yaml'),
  parsed('a.jsonl'),
  {
    name: 'git attributes',
    run: (text) => blindingAttributes([{ source: 'a', folder: '', text }])('d1/a.md'),
  },
  { name: 'git attributes, spans', run: readAttributes },
  { name: 'git modules', run: parseModules },
  { name: 'git alternates', run: (text) => parseAlternates(text, '\n') },
  { name: 'git commit', run: (text) => parseCommit(latin1(text)) },
  { name: 'git tag', run: (text) => parseTag(latin1(text)) },
  { name: 'git push lines', run: parsePreReceive },
  { name: 'git path', run: (text) => pathBytes(pathText(latin1(text))) },
  { name: 'git quoted path', run: (text) => unquote(`"${text}"`) },
  // git passes over longer lines, and no path is longer than 4,096 bytes.
  { name: 'git pattern', run: (text) => wildmatch(text.slice(0, 2048))(text.slice(0, 4096)) },
  { name: 'policy', run: (text) => loadPolicy(text, 'a.yaml') },
  { name: 'mask', run: withoutSecrets },
  {
    name: 'safe text',
    run: (text) => [safeXml, safeMarkdown, safeAnnotation, safeUri, safeJson].map((f) => f(text)),
  },
  ...Object.entries(READERS).map(([name, run]) => ({ name, run })),
  judged('a.txt'),
  judged('a.md'),
  judged('a.json'),
  judged('a.yaml'),
  judged('package.json'),
  judged('.gitattributes'),
  judged('.gitmodules'),
  judged('plans/sot/A-DECISION-RECORD.md'),
  judged('plans/sot/A-DECISION-PACKET-PRD.md'),
  judged('plans/sot/A-ISSUES.md'),
  judged('a.task.yaml'),
  judged('tasks/a.md'),
  judged('a-model-admission.json'),
  judged('cto-lint.config.yaml'),
  judged('a-build-report.json'),
  judged('case-data/config.json'),
  judged('src/a.ts'),
];
