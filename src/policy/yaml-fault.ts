import type { Document, LineCounter, YAMLError } from 'yaml';

/** What kind of mistake it is, by the library's code. Its messages are not repeated: they may quote the text. */
const KINDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: 'the indentation is wrong, or a bracket is not closed',
  BLOCK_AS_IMPLICIT_KEY:
    'a key stands where a value does: wrong indentation, or a text with `: ` that needs quotes',
  BAD_SCALAR_START: 'a text begins with a character that needs quotes',
  DUPLICATE_KEY: 'a key is there twice',
  MISSING_CHAR: 'a quote, bracket, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'the indentation is wrong',
  MULTIPLE_DOCS: 'there is more than one document',
  TAB_AS_INDENT: 'a tab is used for indentation',
};

/** The first fault of a YAML text: its line from 1, and `: a key is there twice` or nothing. */
export function yamlFault(
  document: Document,
  lines: LineCounter,
): { readonly line: number; readonly kind: string } | undefined {
  const first = document.errors[0] ?? document.warnings[0];
  if (first === undefined) return undefined;
  // `a: 1` with `  b: 2` below it is reported at the value 1, too, while the line to mend is where the key ends.
  const across = document.errors.find(
    ({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first.pos[0],
  );
  const fault = across ?? first;
  const kind = KINDS[fault.code];
  return {
    line: lines.linePos(across === undefined ? fault.pos[0] : fault.pos[1]).line,
    kind: kind === undefined ? '' : `: ${kind}`,
  };
}
