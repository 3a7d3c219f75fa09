import { type CST, Parser } from 'yaml';

/**
 * Where a token of the concrete syntax nests deeper than is read. This has to be known before the composer sees it: it
 * recurses, and with the stack nearly full V8 does not throw but aborts ("RegExpCompiler Allocation failed").
 */
export function tooDeep(token: CST.Token, most: number): number | undefined {
  const rest: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.depth > most) return next.token.offset;
    for (const child of childrenOf(next.token)) rest.push({ token: child, depth: next.depth + 1 });
  }
  return undefined;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  const children: CST.Token[] = [];
  for (const item of token.items) {
    if (item.key) children.push(item.key);
    if (item.value) children.push(item.value);
  }
  return children;
}

/** Nothing of a policy nests a third as deep. */
const DEEPEST = 40;

/** Where a policy's text, or a list of targets, nests deeper than any is written. */
export function tooDeepAt(text: string): number | undefined {
  for (const token of new Parser().parse(text)) {
    const at = tooDeep(token, DEEPEST);
    if (at !== undefined) return at;
  }
  return undefined;
}
