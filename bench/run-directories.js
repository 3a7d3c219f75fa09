import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = 'case step tool call patch test assertion module fixture branch status retry cache file'.split(
  ' ',
);

/** A log of numbered lines, each another: times, durations, ids and words, as a harness writes them. */
function log(run, lines) {
  const written = [];
  for (let line = 0; line < lines; line++) {
    const time = new Date(Date.UTC(2026, 2, 9, 12) + run * 3_600_000 + line * 37).toISOString();
    const words = Array.from({ length: 6 }, (_, at) => WORDS[(line * 5 + at * 3 + run) % WORDS.length]);
    written.push(
      `${time} INFO ${words.join(' ')} ${line} took ${(line * 7919) % 9973} ms, id ${run}-${line}`,
    );
  }
  return `${written.join('\n')}\n`;
}

/** So many run directories with logs of so many lines in a folder outside of any repository. Gives their size. */
export function makeRunDirectories(root, runs, lines) {
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const folder = join(root, `20260309T1200${String(run).padStart(2, '0')}Z-bench-${1000 + run}`);
    mkdirSync(join(folder, 'backend'), { recursive: true });
    const text = log(run, lines);
    bytes += text.length;
    writeFileSync(
      join(folder, 'report.json'),
      `${JSON.stringify({ run_id: `bench-${run}`, engine: 'case' })}\n`,
    );
    writeFileSync(join(folder, 'backend/stdout.log'), text);
  }
  return { files: runs * 2, megabytes: bytes / 1e6 };
}
