import { spawnSync } from 'node:child_process';

/** Milliseconds that a command takes as a whole process. Its output is thrown away. */
function once({ command, args, cwd }) {
  const begin = process.hrtime.bigint();
  const { error, status } = spawnSync(command, args, { cwd, stdio: 'ignore' });
  if (error) throw error;
  if (status > 1) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
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

export function printTable(title, rows, yardstick) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${title} (Node ${process.version}; ratio to ${yardstick}, pair by pair)`);
  for (const { name, milliseconds, ratio } of rows) {
    console.log(
      `  ${name.padEnd(width)}  ${milliseconds.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} x`,
    );
  }
}
