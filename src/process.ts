import { fstatSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { type Io, widthOf } from './commands/printing/output.ts';
import { runTool } from './run.ts';

export { partsUsed } from './parts-used.ts';

// Whatever goes wrong from here on, a run that did not come to its end has judged nothing.
process.exitCode = 2;

const listening = new Set<NodeJS.WriteStream>();

/**
 * A failed write rejects its `print`, and is told again by this event: without a listener that would end the process with
 * Node's own code and its stack.
 */
function listenedTo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!listening.has(stream)) stream.on('error', () => undefined);
  listening.add(stream);
  return stream;
}

/** What Node has a stream for. Of anything else, such as a folder, it makes an empty one, which would read as clean. */
function isReadable(stats: Stats): boolean {
  return stats.isFile() || stats.isFIFO() || stats.isCharacterDevice() || stats.isSocket();
}

function unreadableInput(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('standard input is nothing that can be read'));
    },
  });
}

// Node makes each stream when it is first asked for: most runs need one of them.
const io: Io = {
  get stdout() {
    return listenedTo(process.stdout);
  },
  get stderr() {
    return listenedTo(process.stderr);
  },
  get stdin() {
    return isReadable(fstatSync(0)) ? process.stdin : unreadableInput();
  },
  env: process.env,
  cwd: process.cwd(),
  terminal: {
    out: isatty(1),
    err: isatty(2),
    get columns() {
      return widthOf(process.stdout.columns, process.env);
    },
  },
  began: 0,
  thread: new URL('./thread.js', import.meta.url),
  program: [process.execPath, resolve(process.argv[1] ?? '')],
};

// What is thrown where nobody waits for it: Node would print it, and with it whatever it quotes.
process.on('uncaughtException', (error) => {
  import('./cli.ts').then(({ explainTo }) => explainTo(io, error)).finally(() => process.exit(2));
});

// Node prints what a library warns of, and that quotes what it reads. A listener that is there already does it.
process.removeAllListeners('warning');

// The other signals keep their default, which also ends a process that is too busy to listen.
process.on('SIGINT', () => process.exit(130));

// All that was printed has been written by now. Work that is late, or waits for what never comes, would keep the process;
// and Node 20 would wait for what V8 still compiles in the background, which nobody needs.
void runTool(process.argv.slice(2), io).then((code) => process.exit(code));
