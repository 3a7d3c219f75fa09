import type { Token } from 'markdown-it';

/** The elements that a browser draws a line through: https://html.spec.whatwg.org/multipage/rendering.html#phrasing-content-3 */
const TAG = /<(\/?)(s|del|strike)(?=[\s>])[^<>]{0,1000}>/gi;

/** What a token does to the line through the text: of `~~`, or of a tag. */
export function strikeOf(token: Token): { readonly mark: string; readonly opens: boolean } | undefined {
  if (token.type === 's_open' || token.type === 's_close')
    return { mark: token.markup, opens: token.type === 's_open' };
  if (token.type !== 'html_inline') return undefined;
  const [tag] = token.content.matchAll(TAG);
  return tag && { mark: tag[2]!.toLowerCase(), opens: tag[1] === '' };
}

/** Of each mark, the index of the last token that ends it. */
export function strikeEnds(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const strike = strikeOf(token);
    if (strike && !strike.opens) ends.set(strike.mark, index);
  }
  return ends;
}

/** How many elements that strike out are open behind a block of HTML, of which `open` are before it. */
export function struckBehind(html: string, open: number): number {
  let depth = open;
  for (const [, slash] of html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').matchAll(TAG))
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
  return depth;
}
