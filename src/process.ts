import { resolve } from 'node:path';
import { explainTo, runCli } from './cli.ts';
import type { Io } from './commands/output.ts';

// Whatever goes wrong from here on, a run that did not come to its end has judged nothing.
process.exitCode = 2;

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  terminal: {
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
  },
  began: 0,
  thread: new URL('./thread.js', import.meta.url),
  program: [process.execPath, resolve(process.argv[1] ?? '')],
};

// A failed write rejects its `print`, and is told again by this event: without a listener that would end the process
// with Node's own code and its stack.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// What is thrown where nobody waits for it: Node would print it, and with it whatever it quotes.
process.on('uncaughtException', (error) => {
  explainTo(io, error).finally(() => process.exit(2));
});

// The other signals keep their default, which also ends a process that is too busy to listen.
process.on('SIGINT', () => process.exit(130));

process.exitCode = await runCli(process.argv.slice(2), io);
// Work that is late, or waits for what never comes, would keep the process.
if (process.exitCode === 2) process.exit(2);
