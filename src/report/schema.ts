import { z } from 'zod';
import type { Report } from './report.ts';

const whole = z.int().nonnegative();
const fromOne = z.int().positive();
const severity = z.enum(['error', 'warning']);

const relatedPlace = z.object({ path: z.string(), line: fromOne, column: fromOne, message: z.string() });

const finding = z.object({
  ruleId: z.string().describe('`family/name`; `cto-lint explain` takes it.'),
  severity,
  message: z.string().describe('What is wrong. Never quotes the file.'),
  help: z.string().describe('What to do about it.'),
  path: z
    .string()
    .describe(
      '`/`-separated, from the root; a byte that is not UTF-8 is `\\xNN`. `COMMIT_EDITMSG` is a commit message, `COMMIT` or the name of a ref what else a commit carries.',
    ),
  line: fromOne,
  column: fromOne.describe('In UTF-16 units.'),
  endLine: fromOne,
  endColumn: fromOne.describe('Exclusive.'),
  commit: z.string().nullable().describe('The commit that brought it, in scopes that have commits.'),
  fingerprint: z
    .string()
    .describe('Holds across edits elsewhere in the file. Two places with equal text share it.'),
  related: z.array(relatedPlace).describe('Other places that the finding is about.'),
});

const notJudged = z.object({ what: z.string(), why: z.string() });

const suppression = z.object({ reason: z.string(), owner: z.string(), expires: z.iso.date() });

/** Readers accept fields that they do not know: version 1 may grow some. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(1),
    tool: z.object({ name: z.literal('cto-lint'), version: z.string() }),
    scope: z.object({
      kind: z.enum(['worktree', 'staged', 'range', 'rev', 'history', 'message', 'stdin', 'push']),
      base: z.string().nullable(),
      next: z.string().nullable(),
    }),
    policy: z.object({ source: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]+$/) }),
    ok: z.boolean().describe('Whether the exit code is 0.'),
    counts: z.object({ error: whole, warning: whole }),
    judged: z.object({ files: whole, bytes: whole, commits: whole }),
    evidence: z.object({ mode: z.enum(['roots', 'index', 'structure']) }),
    notJudged: z.array(notJudged).describe('What a reader might take for judged, and is not.'),
    findings: z.array(finding).describe('Sorted by path, line, column and rule.'),
    suppressed: z
      .array(finding.extend({ suppression }))
      .exactOptional()
      .describe('What an entry of the policy excuses. Counted nowhere.'),
    known: whole
      .exactOptional()
      .describe('Of a run with `--new-only`: how many findings the base has already. Not listed.'),
    shard: z
      .object({
        index: fromOne,
        total: fromOne,
        run: z.string(),
        used: z.array(whole),
        unused: z.array(z.object({ entry: whole, finding })),
        notJudged: z.array(notJudged),
      })
      .exactOptional()
      .describe('Of a run with `--shard`: what `cto-lint merge` needs.'),
  })
  .meta({
    description:
      'What `cto-lint --format json` prints. Exit codes: 0 judged and passed, 1 findings, 2 could not judge.',
  }) satisfies z.ZodType<Report>;
