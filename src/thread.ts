import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PackedFiles } from './check/packed-files.ts';
import type { ThreadSetup } from './check/thread-judge.ts';

// The cache of compiled code is each thread's to ask for.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const port = parentPort;
if (port === null) throw new Error('this program is a thread of cto-lint, and no command');

const { createBatchJudge } = await import('./check/thread-judge.ts');
const judge = createBatchJudge(workerData as ThreadSetup);

let last = Promise.resolve();
port.on('message', (batch: PackedFiles) => {
  // In turn: two at once would take the memory of two, and no less time. What is thrown ends the thread, and is told there.
  last = last.then(async () => {
    const verdicts = await judge(batch);
    port.postMessage(verdicts, [verdicts.bytes.buffer]);
  });
});
