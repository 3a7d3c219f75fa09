import { defineRule, type Name, nameOf, placeOf } from '../../src/rule.ts';

/** What a span was told by, for a reader who does not know how an index is made. */
const IN_WORDS: Readonly<Record<string, Name>> = {
  'k-grams': nameOf('the same text'),
  'n2-grams': nameOf('the same sequence of words'),
  pairs: nameOf('the same keys and values'),
  rows: nameOf('the same rows'),
  'n3-rows': nameOf('the same rows put otherwise'),
  lines: nameOf('the same lines'),
  atoms: nameOf('the same ids and times'),
  digests: nameOf('the same digests'),
  'diff-lines': nameOf('the same lines of a diff'),
  'diff-values': nameOf('the same lines of a diff'),
  blob: nameOf('the same file as a whole'),
  diff: nameOf('lines of a diff'),
  'log-lines': nameOf('lines of a log'),
  'event-lines': nameOf('lines of events'),
  'report-keys': nameOf('the keys of a run report'),
  'report-values': nameOf('the values of a run report'),
  'report-times': nameOf('the times of a run report'),
  'harness-keys': nameOf('the keys of a harness'),
  'event-keys': nameOf('the keys of events'),
  'test-summary': nameOf('the summary of a test run'),
  'test-cases': nameOf('test cases with their times'),
  'git-log': nameOf('lines of a git log'),
  'stack-frames': nameOf('frames of a stack trace'),
  'artifact-digests': nameOf('digests of the files of a run'),
  'clock-lines': nameOf('lines that begin with a time'),
  'level-lines': nameOf('lines that begin with a level'),
  'millisecond-times': nameOf('times in milliseconds'),
};

/** Evidence is referenced; its contents are not copied, whole, in part or reshaped. */
export const noCopiedEvidence = defineRule({
  id: 'evidence/no-copied-evidence',
  severity: 'error',
  summary: 'Runtime evidence is referenced, never copied into a document.',
  why: 'A pasted log or report grows stale, can be edited, and reads like proof of a run that nobody can check. A reference (run directory, path, digest, commit) leads to the evidence itself. What the repository held before a run is no copy of that run, by the dates of its commits; these are what their committers say, so that in a clone without a remote a copy in a commit that is dated before the run, shows no time of the run and does not name it passes, until a range or a push brings it.',
  help: 'Replace the pasted lines by a reference: the path of the report in its run directory, a digest or a commit.',
  requirements: ['EVI-1', 'PKT-6'],
  messages: {
    copied:
      'These lines are copied from {file} of the run {run} (line {line}), told by {told}. Write a reference instead: `{run}/{file}`.',
    copiedRun:
      'These lines are copied from the run {run}, told by {told}. Write a reference instead: `{run}/report.json`.',
    bound: 'These lines are output of a run, told by {told}. Refer to the run instead of copying it.',
    looksLike:
      'These lines look like output of a run, told by {told}. If they are, refer to the run instead.',
  },
  examples: {
    good: {
      path: 'docs/result.md',
      text: '# Result\n\nThe report is `harness-runs/20260602T101500Z-r1-slugify-4711/report.json`.\n',
    },
    bad: {
      path: 'docs/result.md',
      text: '# Result\n\n```json\n{\n  "run_id": "20260602T101500Z-r1-slugify-4711",\n  "engine": "case",\n  "stage": 2,\n  "status": "pass",\n  "started_at": "2026-06-02T10:15:00Z",\n  "finished_at": "2026-06-02T10:19:12Z",\n  "case_process_started": true,\n  "backend_exit_code": 0,\n  "allowed_writes_passed": true\n}\n```\n',
    },
  },
  each: 'file',
  *check(file) {
    // A file of a run directory is reported as a whole already, and once is enough. A message is no file.
    if (file.origin === 'tree' && file.evidenceFile !== undefined) return;
    for (const span of file.evidence) {
      const { source, certainty } = span;
      const told = IN_WORDS[span.told] ?? span.told;
      const at = placeOf(file, span);
      if (source?.file !== undefined && source.line !== undefined) {
        const data = { file: source.file, run: source.run, line: source.line, told };
        yield { at, certainty, message: 'copied', data };
      } else if (source !== undefined) {
        yield { at, certainty, message: 'copiedRun', data: { run: source.run, told } };
      } else {
        yield { at, certainty, message: certainty === 'certain' ? 'bound' : 'looksLike', data: { told } };
      }
    }
  },
});
