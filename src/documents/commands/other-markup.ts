import { deniesNext } from '../code-lines.ts';
import { isDenied } from './denials.ts';

/** A stretch of a text that is shown as code. */
interface Shown {
  readonly text: string;
  readonly start: number;
  readonly isSpan: boolean;
}

const NAME = /\.(?:rst|rest|adoc|asciidoc|asc)$/i;

/** Whether a text is reStructuredText or AsciiDoc, by its name. */
export function isOtherMarkup(name: string): boolean {
  return NAME.test(name);
}

// AsciiDoc: `----` and `....` above and below. https://docs.asciidoctor.org/asciidoc/latest/blocks/delimited/
const DELIMITER = /^(?:-{4,}|\.{4,})\s*$/;
// reStructuredText: `Run::`, `.. code-block:: sh`, and what stands further in. https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks
const OPENS_INDENTED = /::(?:[ \t]{1,8}[\w-]{1,40})?\s*$/;
// ``ca run``, `ca run`, +ca run+
const SPAN = /(`{1,2}|\+)([^`+\n]{1,1000})\1/g;

interface Block {
  readonly isOver: (line: string) => boolean;
  readonly isDenied: boolean;
  /** AsciiDoc has a line more at the end of a block. */
  readonly isDelimited: boolean;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}

function opened(line: string, lead: string): Block | undefined {
  const denied = deniesNext(lead);
  if (DELIMITER.test(line)) {
    const delimiter = line.trim();
    return { isOver: (next) => next.trim() === delimiter, isDenied: denied, isDelimited: true };
  }
  if (!OPENS_INDENTED.test(line)) return undefined;
  const least = indentOf(line);
  const isOver = (next: string): boolean => next.trim() !== '' && indentOf(next) <= least;
  return { isOver, isDenied: denied || deniesNext(line.trim().replace(/::$/, ':')), isDelimited: false };
}

/** What reStructuredText and AsciiDoc show as code, a line or a span at a time, unless a sentence before it denies it. */
export function* shownInMarkup(text: string): Iterable<Shown> {
  let block: Block | undefined;
  let lead = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (block?.isOver(line) === true) {
      const { isDelimited } = block;
      block = undefined;
      lead = '';
      if (isDelimited) continue;
    }
    if (block !== undefined) {
      if (!block.isDenied) yield { text: line, start: index, isSpan: false };
      continue;
    }
    block = opened(line, lead);
    // `[source,sh]` and options stand between a sentence and its block.
    if (!/^\s*(?:\[.*\]|:\w.*)\s*$/.test(line)) lead = line;
    for (const span of line.matchAll(SPAN))
      if (!isDenied(line, span.index))
        yield { text: span[2]!, start: index + span.index + span[1]!.length, isSpan: true };
  }
}

// `inline: "make"`, `inline: 'make'`, and a text that ends at its word: `inline: <<-SHELL`
const INLINE =
  /\binline[ \t]{0,8}(?::|=>)[ \t]{0,8}(?:"((?:[^"\\\n]|\\.){1,4000})"|'([^'\n]{1,4000})'|<<[-~]?["']?(\w{1,40})["']?[^\n]{0,200}\n)/g;

/** What a Vagrantfile gives a shell of the machine: https://developer.hashicorp.com/vagrant/docs/provisioning/shell */
export function* provisionedScripts(
  text: string,
): Iterable<{ readonly text: string; readonly start: number }> {
  let reached = 0;
  for (const { 0: lead, 1: double, 2: single, 3: word, index } of text.matchAll(INLINE)) {
    if (index < reached) continue;
    const given = double ?? single;
    const start = index + lead.length - (given === undefined ? 0 : given.length + 1);
    const end = text.indexOf(`${word}\n`, start);
    reached = given === undefined ? (end < 0 ? text.length : end) : start + given.length;
    yield { text: text.slice(start, reached), start };
  }
}
