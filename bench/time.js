import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** Milliseconds that a command takes as a whole process. Its output is thrown away. `input` is a file. */
function once({ command, args, cwd, input }) {
  const source = input === undefined ? 'ignore' : openSync(input, 'r');
  try {
    const begin = process.hrtime.bigint();
    const { error, status } = spawnSync(command, args, { cwd, stdio: [source, 'ignore', 'ignore'] });
    const took = Number(process.hrtime.bigint() - begin) / 1e6;
    if (error) throw error;
    // 1 is a tool's word for findings.
    if (status !== 0 && status !== 1) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
    return took;
  } finally {
    if (source !== 'ignore') closeSync(source);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs commands in turn, A B C A B C …, so that a machine that slows down slows all of them, and gives the median time of
 * each and its ratio to the first, pair by pair.
 */
export function compare(commands, runs) {
  for (const command of commands) once(command);
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [at, command] of commands.entries()) times[at].push(once(command));
  return commands.map(({ name }, at) => ({
    name,
    milliseconds: median(times[at]),
    ratio: median(times[at].map((time, run) => time / times[0][run])),
  }));
}

/** A markdown table; with a `size` also the cost for each megabyte and file. */
export function tableOf(title, rows, size) {
  const more = size === undefined ? ['', ''] : [' ms/MB | ms/file |', ' ---: | ---: |'];
  const lines = rows.map(({ name, milliseconds, ratio }) => {
    const costs = size === undefined ? [] : [milliseconds / size.megabytes, milliseconds / size.files];
    const cells = [name, milliseconds.toFixed(0), ratio.toFixed(2), ...costs.map((cost) => cost.toFixed(2))];
    return `| ${cells.join(' | ')} |`;
  });
  const heading = `## ${title}\n\nNode ${process.version}; the ratio is to the first row, pair by pair.\n`;
  return `${heading}\n| | ms | ratio |${more[0]}\n| --- | ---: | ---: |${more[1]}\n${lines.join('\n')}\n`;
}
