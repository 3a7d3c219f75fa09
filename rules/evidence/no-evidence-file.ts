import { defineRule, nameOf, wholeFile } from '../../src/rule.ts';

const BY = {
  name: nameOf('by its name'),
  directory: nameOf('by the run directory that it lies in'),
  content: nameOf('by its content'),
} as const;

/** Files of a run directory stay where the harness wrote them. */
export const noEvidenceFile = defineRule({
  id: 'evidence/no-evidence-file',
  severity: 'error',
  summary: 'No file of a run directory is committed, under any name.',
  why: 'A committed report, trace or log looks like proof and is none: nobody can tell it from an edited copy, and it may hold what the run saw. What proves a run is the run directory itself, with its digests.',
  help: 'Take the file out of the commit and refer to the run: its directory name, the path of its report, a digest, a commit.',
  requirements: ['EVI-2', 'SUR-4', 'SUR-5', 'SUR-6'],
  messages: {
    found: 'This is a file of a run directory: {kind}, told {by}.',
    copy: 'This is `{file}` of the run {run}, byte for byte. Write a reference instead: `{run}/{file}`.',
  },
  examples: {
    good: {
      path: 'docs/runs.md',
      text: '# Runs\n\n- `harness-runs/20260602T101500Z-r1-slugify-4711/report.json`\n',
    },
    bad: { path: 'notes/trace.jsonl', text: '{"t":1}\n' },
  },
  each: 'file',
  *check(file) {
    const { evidenceFile, origin } = file;
    // What a commit's message quotes is told by its lines.
    if (evidenceFile === undefined || origin === 'commit') return;
    const at = wholeFile(file);
    const { kind, by, source } = evidenceFile;
    if (source !== undefined) yield { at, message: 'copy', data: { run: source.run, file: source.file } };
    else if (by !== 'copy') yield { at, message: 'found', data: { kind, by: BY[by] } };
  },
});
