/** The files that a patch touches. */
export interface PatchFiles {
  /** As they are called after it; a file that it deletes, as it was called. */
  readonly changed: ReadonlySet<string>;
  /** What renamed files were called before. */
  readonly renamed: ReadonlySet<string>;
  /** Lines, from 1, that belong to no patch that git or diff writes. */
  readonly malformed: readonly number[];
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** `"b/caf\303\251.js"`: git quotes names with signs beyond plain ASCII, in octal bytes (git-config, core.quotePath). */
function unquoted(text: string): string {
  if (!/^".*"$/.test(text)) return text;
  const bytes: number[] = [];
  const inner = text.slice(1, -1);
  for (let at = 0; at < inner.length; at += 1) {
    const octal = /^\\([0-3][0-7]{2})/.exec(inner.slice(at, at + 4))?.[1];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      at += 3;
    } else if (inner[at] === '\\') {
      at += 1;
      const sign = inner[at] ?? '';
      bytes.push(...(ESCAPES[sign] === undefined ? Buffer.from(sign) : [ESCAPES[sign]]));
    } else bytes.push(...Buffer.from(inner[at]!));
  }
  return Buffer.from(bytes).toString('utf8');
}

/** `b/src/x.js\t2026-06-02 …` → `src/x.js`; `/dev/null` stands for no file. */
function nameOf(text: string, prefix: 'a/' | 'b/'): string | undefined {
  const name = unquoted(text.split('\t', 1)[0]!.trimEnd());
  if (name === '/dev/null') return undefined;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** `diff --git a/x b/x`: the one name that both halves agree on, which is all that a mode change or a binary has. */
function nameOfHeader(rest: string): string | undefined {
  const quoted = /^("(?:[^"\\]|\\.){0,4000}") ("(?:[^"\\]|\\.){0,4000}")$/.exec(rest);
  if (quoted) return nameOf(quoted[2]!, 'b/');
  const half = (rest.length - 1) / 2;
  const [one, other] = [rest.slice(0, half), rest.slice(half + 1)];
  if (rest[half] === ' ' && one.replace(/^a\//, '') === other.replace(/^b\//, '')) return nameOf(other, 'b/');
  return undefined;
}

const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/;
const EXTENDED =
  /^(?:index |(?:old|new|deleted file|new file) mode |similarity index |dissimilarity index |copy (?:from|to) |Binary files .* differ$|GIT binary patch$|(?:literal|delta) \d|\\ No newline)/;

/** Headers wherever they stand, for patches whose hunks are not as long as they say. */
const ANY_HEADER = /^--- ([^\n]{1,4000})\n\+\+\+ ([^\n]{1,4000})\n@@ /gm;

class PatchReader {
  readonly changed = new Set<string>();
  readonly renamed = new Set<string>();
  readonly malformed: number[] = [];
  /** Some hunk is longer or shorter than it says. */
  isSloppy = false;
  #removed = 0;
  #added = 0;
  /** The line of a `diff --git` whose file is not known yet, and its name where both halves agree on one. */
  #header: { readonly line: number; readonly name: string | undefined } | undefined;
  #before: string | undefined;
  #binary = false;

  read(line: string, number: number): void {
    if (!this.#isInHunk(line)) this.#readHeader(line, number);
  }

  end(): void {
    if (this.#removed > 0 || this.#added > 0) this.isSloppy = true;
    this.#settle();
  }

  #isInHunk(line: string): boolean {
    if (this.#removed <= 0 && this.#added <= 0) return false;
    if (line.startsWith('\\')) return true;
    if (/^[-+ ]|^$/.test(line)) {
      if (!line.startsWith('+')) this.#removed -= 1;
      if (!line.startsWith('-')) this.#added -= 1;
      return true;
    }
    this.isSloppy = true;
    [this.#removed, this.#added] = [0, 0];
    return false;
  }

  #readHeader(line: string, number: number): void {
    const hunk = HUNK.exec(line);
    if (hunk) {
      [this.#removed, this.#added] = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
    } else if (line.startsWith('diff --git ')) {
      this.#settle();
      this.#binary = false;
      this.#header = { line: number, name: nameOfHeader(line.slice(11)) };
    } else if (line.startsWith('rename from ')) {
      this.renamed.add(unquoted(line.slice(12)));
    } else if (/^(?:rename|copy) to /.test(line)) {
      this.#name(unquoted(line.replace(/^(?:rename|copy) to /, '')));
    } else if (line.startsWith('--- ')) {
      this.#before = nameOf(line.slice(4), 'a/');
    } else if (line.startsWith('+++ ')) {
      const name = nameOf(line.slice(4), 'b/') ?? this.#before;
      if (name === undefined) this.malformed.push(number);
      else this.#name(name);
    } else if (line.startsWith('GIT binary patch')) {
      this.#binary = true;
    } else if (/^[-+ ]/.test(line)) {
      this.isSloppy = true;
    } else if (!EXTENDED.test(line) && !this.#binary && line !== '') {
      this.malformed.push(number);
    }
  }

  #name(name: string): void {
    this.changed.add(name);
    this.#header = undefined;
  }

  #settle(): void {
    if (this.#header?.name !== undefined) this.changed.add(this.#header.name);
    else if (this.#header !== undefined) this.malformed.push(this.#header.line);
    this.#header = undefined;
  }
}

/**
 * Reads a unified diff. A hunk is as long as it says, so that no line within it is taken for a header; where one is not,
 * whatever could be a header counts as one.
 */
export function readPatchFiles(text: string): PatchFiles {
  const reader = new PatchReader();
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  for (const [at, line] of lines.entries()) reader.read(line, at + 1);
  reader.end();
  const { changed, renamed, malformed } = reader;
  if (reader.isSloppy) {
    for (const [, before, after] of lines.join('\n').matchAll(ANY_HEADER)) {
      const name = nameOf(after!, 'b/') ?? nameOf(before!, 'a/');
      if (name !== undefined) changed.add(name);
    }
  }
  return { changed, renamed, malformed };
}
