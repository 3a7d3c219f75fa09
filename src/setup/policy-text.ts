import { loadPolicy } from '../policy/load-policy.ts';
import { findOwnSecrets } from '../secrets/find-own-secrets.ts';
import type { Proposal } from './propose.ts';

const NOTHING: Proposal = {
  found: new Map(),
  kinds: new Map(),
  roots: [],
  homePaths: [],
  protectedFolders: [],
};

/** YAML's double-quoted form takes every JSON string. */
function list(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}

function kindLines({ kinds, found }: Proposal): string[] {
  const known = [...found].map(([kind, count]) => `${count} ${kind}`).join(', ');
  const lines = [
    '# Which files are of which kind. The built-in globs stay; these are added to them.',
    known === ''
      ? '# The built-in globs find no document here yet. They are printed by: cto-lint explain PATH'
      : `# The built-in globs find here: ${known}.`,
  ];
  const own = [...kinds].filter(([, globs]) => globs.length > 0);
  if (own.length === 0) return [...lines, '# kinds:', '#   decision-record: ["docs/decisions/*.md"]'];
  lines.push('# These were told by what they say, and have names that no built-in glob has:', 'kinds:');
  return [...lines, ...own.map(([kind, globs]) => `  ${kind}: ${list(globs)}`)];
}

function evidenceLines({ roots }: Proposal): string[] {
  const lines = [
    '# Folders of run directories. Evidence below them is named in documents, never copied; where they are at hand,',
    '# copies are told by comparing. `references` are paths that may be named as sources, and are never opened.',
  ];
  if (roots.length === 0)
    return [...lines, '# evidence:', '#   roots: ["~/harness-runs"]', '#   references: []'];
  return [...lines, 'evidence:', `  roots: ${list(roots)}`];
}

function targetLines({ homePaths }: Proposal): string[] {
  const lines = [
    '# Target Repositories: never opened, and named nowhere but here, in no spelling. A team that may not commit the list',
    '# keeps it in a file that CTO_LINT_TARGETS names, or commits hashes: cto-lint targets hash PATH',
  ];
  if (homePaths.length > 0)
    lines.push(
      '# Documents of this repository name the paths below. Put each here, or under evidence.references, or take it out',
      '# of the document: nobody but you can tell which it is.',
    );
  const paths = homePaths.length > 0 ? homePaths : ['~/src/warehouse'];
  lines.push('# targets:');
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9._-]/g, '-') || 'target';
    lines.push(`#   - name: ${name}`, `#     paths: ${list([path])}`);
  }
  return lines;
}

function protectedLines({ protectedFolders }: Proposal): string[] {
  const lines = ['# Paths that no change may touch.'];
  const globs = protectedFolders.map((folder) => `${folder}/**`);
  if (globs.length === 0) return [...lines, '# protected: ["vendor/**"]'];
  return [...lines, '# Found here, for you to decide:', `# protected: ${list(globs)}`];
}

function textOf(proposal: Proposal, schema: string): string {
  const parts = [
    [
      `# yaml-language-server: $schema=${schema}`,
      '# The policy of cto-lint for this repository. Every key: docs/policy.md of the package.',
      '# Loosening it later is a finding of its own, policy/weakened, where a change is judged.',
      '',
      '# The built-in policy `cto` is added to. `none` begins with nothing.',
      'extends: cto',
    ],
    kindLines(proposal),
    evidenceLines(proposal),
    targetLines(proposal),
    protectedLines(proposal),
    [
      '# Severities: error, warning or off. Decisions, builds, admissions and secrets stay errors.',
      '# rules: { work/drift: error }',
    ],
    [
      '# Paths that a rule leaves alone for good, such as documents that show wrong forms. Never for secrets.',
      '# except: { decision/status-value: ["docs/examples/**"] }',
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The policy file: what was found, and the other keys as comments. It loads, and holds no secret that a path may hold. */
export function policyText(proposal: Proposal, schema: string): string {
  const text = textOf(proposal, schema);
  const clean = findOwnSecrets(text, { path: 'cto-lint.config.yaml' }).spans.length === 0;
  const kept = clean ? text : textOf(NOTHING, schema);
  loadPolicy(kept, 'the proposed policy');
  return kept;
}
