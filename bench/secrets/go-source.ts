import { sampleOf } from '../../test/secrets/sample-of-shape.ts';

const LITERAL = /`[^`]*`|"(?:\\.|[^"\\\n])*"/y;

/** Parts of an expression or of a list, split where `sign` stands outside of strings and brackets. */
export function splitGo(source: string, sign: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    LITERAL.lastIndex = at;
    const literal = LITERAL.exec(source)?.[0];
    const piece = literal ?? source[at]!;
    at += piece.length;
    if (literal === undefined && '([{'.includes(piece)) depth++;
    if (literal === undefined && ')]}'.includes(piece)) depth--;
    if (literal === undefined && piece === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function literalOf(source: string): string | undefined {
  LITERAL.lastIndex = 0;
  if (LITERAL.exec(source)?.[0].length !== source.length) return undefined;
  if (source.startsWith('`')) return source.slice(1, -1);
  return source
    .slice(1, -1)
    .replace(
      /\\(?:n|t|r|x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gi,
      (whole, byte?: string, unit?: string, other?: string) =>
        byte || unit
          ? String.fromCharCode(Number.parseInt((byte ?? unit)!, 16))
          : (other ?? { '\\n': '\n', '\\t': '\t', '\\r': '\r' }[whole] ?? ''),
    );
}

/** Patterns that gitleaks' helpers make for a length: `utils.Hex("32")`. */
const CLASSES: Readonly<Record<string, string>> = {
  ...{ Numeric: '[0-9]', Hex: '[a-f0-9]', AlphaNumeric: '[a-z0-9]', AlphaNumericExtendedShort: '[a-z0-9_-]' },
  ...{ AlphaNumericExtended: '[a-z0-9=_-]', AlphaNumericExtendedLong: '[a-z0-9\\/=_+-]' },
};

/** The value of a string expression; `undefined` where it needs more of Go than is read here. */
export function evaluateGo(source: string, names: ReadonlyMap<string, string>): string | undefined {
  const expression = source.trim();
  const literal = literalOf(expression);
  if (literal !== undefined) return literal;
  if (/^\w+$/.test(expression)) return names.get(expression);
  const operands = splitGo(expression, '+');
  if (operands.length > 1) {
    const values = operands.map((operand) => evaluateGo(operand, names));
    return values.includes(undefined) ? undefined : values.join('');
  }
  const call = /^([\w.]+)\(([\s\S]*)\)$/.exec(expression);
  return call ? callGo(call[1]!, splitGo(call[2]!, ','), names) : undefined;
}

function callGo(
  name: string,
  list: readonly string[],
  names: ReadonlyMap<string, string>,
): string | undefined {
  const values = list
    .filter((argument) => argument.trim() !== '')
    .map((argument) => evaluateGo(argument, names));
  const [first, ...rest] = values;
  if (first === undefined || values.includes(undefined)) return undefined;
  if (name === 'fmt.Sprintf') return first.replace(/%[svqd]/g, () => rest.shift() ?? '');
  if (/NewSecret/.test(name))
    return sampleOf(new RegExp(first.replace(/^\(\?i\)/, '').replaceAll('(?i:', '(?:')), first.length);
  const characters = CLASSES[name.replace(/^utils\./, '')];
  return characters ? `${characters}{${first}}` : undefined;
}

/** Constants and variables of a file that hold strings. */
export function stringsOf(source: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { 1: name, 2: expression } of source.matchAll(
    /^\s*(?:var\s+|const\s+)?(\w+)(?:\s+string)?\s*:?=\s*((?:fmt\.Sprintf\()?(?:`[^`]*`|"(?:\\.|[^"\\\n])*")[^\n]*)$/gm,
  )) {
    const value = evaluateGo(expression!, names);
    if (value !== undefined && !names.has(name!)) names.set(name!, value);
  }
  return names;
}
