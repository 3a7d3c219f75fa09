import { shellTokens, type Token } from './tokens.ts';

export type Command =
  | { readonly kind: 'simple'; readonly words: readonly string[] }
  | { readonly kind: 'if'; readonly condition: Script; readonly then: Script; readonly otherwise: Script }
  | { readonly kind: 'group' | 'subshell'; readonly body: Script }
  /** A loop, a choice or a function: what it holds, with nothing said about when it runs. */
  | { readonly kind: 'other'; readonly body: Script };

export interface Pipeline {
  readonly negated: boolean;
  readonly commands: readonly Command[];
}

/** `a && b || c &`: one more pipeline than operators. */
export interface AndOr {
  readonly pipelines: readonly Pipeline[];
  readonly operators: readonly ('&&' | '||')[];
  readonly background: boolean;
}

export type Script = readonly AndOr[];

class NotRead extends Error {}

const ENDS: Readonly<Record<string, string>> = {
  for: 'done',
  while: 'done',
  until: 'done',
  select: 'done',
  case: 'esac',
};
const DEEPEST = 50;

/** Reads commands by recursive descent, as the grammar of POSIX has them. */
class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  private is(kind: Token['kind'], ...texts: readonly string[]): boolean {
    const token = this.tokens[this.at];
    return token?.kind === kind && texts.includes(token.text);
  }

  private expect(kind: Token['kind'], text: string): void {
    if (!this.is(kind, text)) throw new NotRead(`${text} is missing`);
    this.at += 1;
  }

  private passLines(): void {
    while (this.is('operator', ';')) this.at += 1;
  }

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  /** Up to one of the words or brackets that end the list, or the end of the text. */
  script(...ends: readonly string[]): Script {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new NotRead('nested too deep');
    const found: AndOr[] = [];
    for (this.passLines(); this.at < this.tokens.length; this.passLines()) {
      if (this.is('word', ...ends) || this.is('operator', ...ends)) break;
      found.push(this.andOr());
    }
    this.depth -= 1;
    return found;
  }

  private andOr(): AndOr {
    const pipelines = [this.pipeline()];
    const operators: ('&&' | '||')[] = [];
    while (this.is('operator', '&&', '||')) {
      operators.push(this.tokens[this.at]!.text as '&&' | '||');
      this.at += 1;
      this.passLines();
      pipelines.push(this.pipeline());
    }
    const background = this.is('operator', '&');
    if (background) this.at += 1;
    return { pipelines, operators, background };
  }

  private pipeline(): Pipeline {
    const negated = this.is('word', '!');
    if (negated) this.at += 1;
    const commands = [this.command()];
    while (this.is('operator', '|')) {
      this.at += 1;
      this.passLines();
      commands.push(this.command());
    }
    return { negated, commands };
  }

  private command(): Command {
    if (this.is('word', 'if')) return this.choice();
    if (this.is('operator', '(')) return this.enclosed('subshell', 'operator', ')');
    if (this.is('word', '{')) return this.enclosed('group', 'word', '}');
    const token = this.tokens[this.at];
    const end = token?.kind === 'word' ? ENDS[token.text] : undefined;
    if (end !== undefined) return this.skipped(token!.text, end);
    const words: string[] = [];
    for (; this.tokens[this.at]?.kind === 'word'; this.at += 1) words.push(this.tokens[this.at]!.text);
    // `name() { … }`, or an operator with nothing before it.
    if (words.length === 0 || this.is('operator', '(') || words[0] === 'function')
      throw new NotRead('no simple command');
    return { kind: 'simple', words };
  }

  private enclosed(kind: 'group' | 'subshell', end: Token['kind'], text: string): Command {
    this.at += 1;
    const body = this.script(text);
    this.expect(end, text);
    return { kind, body };
  }

  private choice(): Command {
    this.at += 1;
    const condition = this.script('then');
    this.expect('word', 'then');
    const then = this.script('elif', 'else', 'fi');
    if (this.is('word', 'elif')) {
      // What stands behind `elif` is an `if` of its own, with the same `fi`.
      const nested = this.choice();
      const pipeline = { negated: false, commands: [nested] };
      return {
        kind: 'if',
        condition,
        then,
        otherwise: [{ pipelines: [pipeline], operators: [], background: false }],
      };
    }
    const hasElse = this.is('word', 'else');
    if (hasElse) this.at += 1;
    const otherwise = hasElse ? this.script('fi') : [];
    this.expect('word', 'fi');
    return { kind: 'if', condition, then, otherwise };
  }

  /** A loop or a `case`, by its words only. */
  private skipped(start: string, end: string): Command {
    const words: string[] = [];
    let open = 0;
    for (; this.at < this.tokens.length; this.at += 1) {
      const token = this.tokens[this.at]!;
      if (token.kind === 'word') {
        if (ENDS[token.text] === end && (token.text === start || open > 0)) open += 1;
        if (token.text === end) open -= 1;
        words.push(token.text);
      }
      if (open === 0) break;
    }
    this.expect('word', end);
    const only = { negated: false, commands: [{ kind: 'simple', words } as const] };
    return { kind: 'other', body: [{ pipelines: [only], operators: [], background: false }] };
  }
}

/** The commands of a script of POSIX shell; `undefined` where it has a form that is not read. */
export function readScript(text: string): Script | undefined {
  const tokens = shellTokens(text);
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  try {
    const script = reader.script();
    return reader.isDone() ? script : undefined;
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}
