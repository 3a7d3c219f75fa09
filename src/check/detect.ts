import { copiedFileKind, evidenceFileKind } from '../evidence/file-kind.ts';
import type { FindEvidence } from '../evidence/finder.ts';
import type { EvidenceSpan } from '../evidence/span.ts';
import { findCertainStructure, findEvidenceStructure } from '../evidence/structure/structure.ts';
import type { DetectedSecret } from '../file.ts';
import type { Policy } from '../policy/policy.ts';
import { isPolicyFile } from '../policy/policy-files.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { fingerprintSecret } from '../secrets/fingerprint.ts';
import type { SecretSpan } from '../secrets/span.ts';
import { findTargets } from '../targets/find-targets.ts';
import { findUnlistedPaths } from '../targets/find-unlisted-paths.ts';
import { compileTargets, type TargetMatcher } from '../targets/matcher.ts';
import type { TargetSpan } from '../targets/span.ts';
import { type Run, runForText } from '../time-limit.ts';
import { type Detect, type Detections, inContent, inPath } from './detectors.ts';

export interface DetectOptions {
  readonly policy: Policy;
  /** Rules that run: a detector that none of them asks is not started. */
  readonly rules: ReadonlySet<string>;
  /** Making them is slow by design: only where somebody reads them, or a suppression names one. */
  readonly withFingerprints: boolean;
  /** By the runs or the index that there are; left out, by structure alone. */
  readonly findEvidence?: FindEvidence | undefined;
}

const SECRET_RULE = 'secrets/no-secret-value';

type Fingerprint = (secret: string) => Promise<string>;

/** Of each secret once for a run, however often it stands there. Several are made at a time, by threads of Node's own. */
function fingerprinter(): Fingerprint {
  const made = new Map<string, Promise<string>>();
  return (secret) => {
    const fingerprint = made.get(secret) ?? fingerprintSecret(secret, SECRET_RULE);
    made.set(secret, fingerprint);
    return fingerprint;
  };
}

/** A history brings a path once for each version of its file. As many as this are known to hold no secret. */
const MAX_CLEAN_PATHS = 20_000;

type FindInPath = (path: string) => ReturnType<typeof findSecrets>;

function finderInPaths(): FindInPath {
  const clean = new Set<string>();
  return async (path) => {
    if (clean.has(path)) return { spans: [], more: 0 };
    const found = await findSecrets(path, { path: '' });
    if (found.spans.length === 0 && found.more === 0) {
      if (clean.size === MAX_CLEAN_PATHS) clean.clear();
      clean.add(path);
    }
    return found;
  };
}

async function detectSecrets(
  path: string,
  text: string,
  run: Run,
  { secrets: { certain, likely } }: Policy,
  findInPath: FindInPath,
  fingerprint: Fingerprint,
): Promise<Pick<Detections, 'secrets' | 'moreSecrets'>> {
  const [content, name] = await Promise.all([findSecrets(text, { path, run }), findInPath(path)]);
  const judged = (span: SecretSpan): SecretSpan => {
    if (certain.includes(span.type)) return { ...span, certainty: 'certain' };
    return likely.includes(span.type) ? { ...span, certainty: 'likely' } : span;
  };
  const detected = async <S extends SecretSpan>(span: S, from: string) => ({
    ...span,
    ...judged(span),
    fingerprint: await fingerprint(from.slice(span.start, span.end)),
  });
  const secrets: readonly DetectedSecret[] = await Promise.all([
    ...inContent(content.spans).map((span) => detected(span, text)),
    ...inPath(name.spans).map((span) => detected(span, path)),
  ]);
  return { secrets, moreSecrets: content.more + name.more };
}

/** The folder of a path, for links: they lead on from where they lie. */
function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** Mentions outside of the list that a policy file itself has of its targets. */
async function outsideOfList(
  path: string,
  text: string,
  spans: readonly TargetSpan[],
): Promise<readonly TargetSpan[]> {
  if (spans.length === 0 || !isPolicyFile(path)) return spans;
  const { listedTargets } = await import('../policy/listed-targets.ts');
  const list = listedTargets(text);
  return list === undefined ? spans : spans.filter(({ start, end }) => start < list.start || end > list.end);
}

async function detectTargets(
  path: string,
  text: string,
  mode: string,
  matcher: TargetMatcher,
): Promise<Detections['targets']> {
  if (matcher.isEmpty) return [];
  const from = mode === '120000' ? { from: folderOf(path) } : {};
  const content = await outsideOfList(path, text, findTargets(text, matcher, from));
  return [...inContent(content), ...inPath(findTargets(path, matcher, {}))];
}

/** Where people paste things. In source code a line that looks like a log is a comment about logs, or a test. */
const PROSE_OR_DATA =
  /(?:^|\/)[^./]+$|\.(?:md|markdown|mdown|mkd|mdx|[rq]md|txt|rst|adoc|asciidoc|org|textile|(?:media)?wiki|tex|typ|json|jsonl|ndjson|ipynb|ya?ml|toml|xml|x?html?|csv|tsv|log|out|tap|diff|patch)$/i;

function onlyCertain(path: string): boolean {
  return !PROSE_OR_DATA.test(path);
}

async function evidenceIn(
  path: string,
  text: string,
  blob: string,
  structure: () => readonly EvidenceSpan[],
  find: FindEvidence | undefined,
): Promise<readonly EvidenceSpan[]> {
  const spans = find === undefined ? structure() : await find(text, blob === '' ? {} : { blob });
  return onlyCertain(path) ? spans.filter(({ certainty }) => certainty === 'certain') : spans;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The detectors as the policy sets them up. Secrets are always looked for: every frame and path is masked by them. */
export function createDetect(options: DetectOptions): Detect {
  const { policy, rules } = options;
  const matcher = compileTargets(policy.targets);
  const allowed = [...policy.evidence.references, ...policy.evidence.roots];
  const fingerprint: Fingerprint = options.withFingerprints ? fingerprinter() : async () => '';
  const findInPath = finderInPaths();
  const asks = (id: string): boolean => rules.has(id);
  return async ({ path, text, mode, blob, encoding }) => {
    const isText = encoding !== 'binary' && mode.startsWith('100');
    const structure = once(() => (onlyCertain(path) ? findCertainStructure : findEvidenceStructure)(text));
    const looksForEvidence = asks('evidence/no-copied-evidence') || asks('evidence/no-evidence-file');
    const run = runForText(text, policy.limits);
    // Reading the text comes before anything is waited for: only that can be stopped.
    const begun = run(() => ({
      evidenceFile:
        mode.startsWith('100') && looksForEvidence ? evidenceFileKind(path, text, structure) : undefined,
      unlistedPaths:
        isText && asks('target/unlisted-path') ? inContent(findUnlistedPaths(text, allowed)) : [],
      targets: detectTargets(path, text, mode, matcher),
      evidence:
        isText && looksForEvidence ? evidenceIn(path, text, blob, structure, options.findEvidence) : [],
      secrets: detectSecrets(path, text, run, policy, findInPath, fingerprint),
    }));
    const { secrets, moreSecrets } = await begun.secrets;
    const evidence = await begun.evidence;
    return {
      secrets,
      moreSecrets,
      evidenceFile: begun.evidenceFile ?? copiedFileKind(evidence),
      evidence: inContent(evidence),
      targets: await begun.targets,
      unlistedPaths: begun.unlistedPaths,
    };
  };
}
