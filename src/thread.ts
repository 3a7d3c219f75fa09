import { parentPort, workerData } from 'node:worker_threads';
import { END, type PackedFiles } from './check/packed-files.ts';
import { createBatchJudge, type ThreadSetup } from './check/thread-judge.ts';

const port = parentPort;
if (port === null) throw new Error('this program is a thread of cto-lint, and no command');

const judge = createBatchJudge(workerData as ThreadSetup);

let last = Promise.resolve();
port.on('message', (batch: PackedFiles | typeof END) => {
  if (batch === END) {
    port.close();
    return;
  }
  // In turn: two at once would take the memory of two, and no less time. What is thrown ends the thread, and is told there.
  last = last.then(async () => {
    const verdicts = await judge(batch);
    port.postMessage(verdicts, [verdicts.bytes.buffer]);
  });
});
