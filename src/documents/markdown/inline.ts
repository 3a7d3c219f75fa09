import Parser, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';

/**
 * markdown-it knows the lines of blocks, and nothing about where inline tokens stand. This parser notes for each token
 * where in the block's text it began (`startOf`).
 */
export function createParser(): MarkdownIt {
  const parser = new Parser({ html: true });
  // Joining tokens would lose where they began and what an escape looked like.
  parser.core.ruler.disable(['linkify', 'replacements', 'smartquotes', 'text_join']);
  parser.inline.ruler2.disable('fragments_join');
  // A link's text stays what was written, and no scheme makes it plain text: nothing is rendered here.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.validateLink = () => true;
  parser.inline.State = placed(parser.inline.State);
  parser.inline.ruler.before('text', 'note_start', (state, silent) => {
    if (!silent && state.pending === '') (state as Placed).pendingStart = state.pos;
    return false;
  });
  const parseInline = parser.inline.parse.bind(parser.inline);
  parser.inline.parse = (text, md, env, tokens) => {
    if (!SPECIAL.test(text)) return;
    const { maxNesting } = md.options;
    md.options.maxNesting = MAX_INLINE;
    parseInline(text, md, env, tokens);
    md.options.maxNesting = maxNesting;
  };
  return parser;
}

/** Brackets within brackets that are looked at, each of which takes its time on `![![![…`; what lies deeper is text. */
const MAX_INLINE = 20;

/**
 * What any inline rule begins with. A text without it gets no tokens and is plain: most items and cells are, and the
 * parser's state costs more than they do.
 */
const SPECIAL = /[\n\\`*_~[\]!<&]/;

interface Placed extends StateInline {
  pendingStart: number;
}

/** On the token itself: a map of a million of them takes seconds. */
interface PlacedToken extends Token {
  start?: number;
}

/** Offset in the text of the block (`content` of the inline token) at which an inline token begins. */
export function startOf(token: Token): number {
  return (token as PlacedToken).start ?? 0;
}

function placed(State: typeof StateInline): typeof StateInline {
  return class extends State implements Placed {
    pendingStart = 0;

    override pushPending(): Token {
      const token = super.pushPending();
      (token as PlacedToken).start = this.pendingStart;
      return token;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      (token as PlacedToken).start = this.#start(type);
      return token;
    }

    /** `**` comes as two tokens, and `<url>` as three, all pushed while the position stands on the first character. */
    #start(type: string): number {
      const before = this.tokens.at(-2);
      if (type === 'text' && before?.markup === 'autolink') return this.pos + 1;
      if (type !== 'text' || before?.type !== 'text') return this.pos;
      return Math.max(this.pos, startOf(before) + before.content.length);
    }
  };
}
