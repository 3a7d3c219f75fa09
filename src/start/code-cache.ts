import type { Script } from 'node:vm';

// An import of a module of Node's makes a namespace of all that it exports; this gives the same without.
const fs = process.getBuiltinModule('node:fs');

/** What is kept of a script: code as V8 compiled it, which saves the next run from compiling it again. */
export interface KeptCode {
  readonly code: Buffer;
  /** What had been loaded when it was made: code of other parts is not in it. */
  readonly parts: readonly string[];
}

/** 32 bits behind the code and the list of parts: how long the list is. */
const TRAILER = 4;
const OTHERS_MAY_WRITE = 0o022;

/**
 * V8 runs what it is given here, without looking. Whoever may write beside this program may change the program as well;
 * the folder is used where nobody else may write in it.
 */
function isSafe(folder: string, program: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return false;
  // Windows has no owners and modes of this kind: a folder has the rights of the one that it lies in.
  if (process.getuid === undefined) return true;
  if ((stat.mode & OTHERS_MAY_WRITE) !== 0) return false;
  return stat.uid === process.getuid() || stat.uid === fs.statSync(program).uid;
}

/**
 * What was kept in a file, or nothing. V8 does not notice a wrong bit, and ends the process later: all is there twice, and
 * has to agree. A checksum would be shorter, but loading what makes one takes longer than reading.
 */
function parsed(bytes: Buffer): KeptCode | undefined {
  const half = bytes.length / 2;
  const end = half - TRAILER;
  if (end < 0 || !Number.isInteger(half)) return undefined;
  if (bytes.compare(bytes, half, 2 * half, 0, half) !== 0) return undefined;
  const start = end - bytes.readUInt32LE(end);
  return { code: bytes.subarray(0, start), parts: bytes.toString('latin1', start, end).split(' ') };
}

/** Compiled code in a folder beside the program, of one version of Node and of the scripts. */
export class CodeCache {
  readonly #folder: string;
  readonly #program: string;
  readonly #suffix: string;
  #safe: boolean | undefined;

  /**
   * @param program the file whose owner is trusted
   * @param version of the scripts and of what they are used for: code of others is never read
   */
  constructor(folder: string, program: string, version: string) {
    this.#folder = folder;
    this.#program = program;
    this.#suffix = `${version}-${process.version}-${process.platform}-${process.arch}`;
  }

  #file(name: string): string {
    return `${this.#folder}/${name}-${this.#suffix}`;
  }

  read(name: string): KeptCode | undefined {
    this.#safe ??= isSafe(this.#folder, this.#program);
    if (!this.#safe) return undefined;
    try {
      return parsed(fs.readFileSync(this.#file(name)));
    } catch {
      // It was not kept yet, or may not be read: the script is compiled.
      return undefined;
    }
  }

  /** Keeps what is compiled by now. Another process that does so at the same time keeps the same. */
  write(name: string, script: Script, parts: readonly string[]): void {
    const list = Buffer.from(parts.join(' '), 'latin1');
    const length = Buffer.alloc(TRAILER);
    length.writeUInt32LE(list.length);
    const once = [script.createCachedData(), list, length];
    const file = this.#file(name);
    const unfinished = `${file}.${process.pid}`;
    try {
      fs.mkdirSync(this.#folder, { mode: 0o755 });
    } catch {
      // It is there, or can't be made, which the next step tells.
    }
    if (!isSafe(this.#folder, this.#program)) return;
    try {
      fs.writeFileSync(unfinished, Buffer.concat([...once, ...once]), { mode: 0o644, flag: 'wx' });
      fs.renameSync(unfinished, file);
    } catch {
      // Installed for all by somebody else, or a full disk: runs go on without.
    }
  }
}
