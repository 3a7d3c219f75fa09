import type { Span } from '../../place.ts';
import type { CallToken } from './call-tokens.ts';

/** `${task}`, `{task}`, `#{task}`, `%s`: a value that is put in. */
const PUT_IN = /[$#%]?\{[^{}\n]{0,200}\}|%[sqvd](?![\w%])/g;
const ENVIRONMENT = /\b[A-Z][A-Z\d]{0,30}_[A-Z\d_]{1,60}\b/;
const OPENING = /^[a-zA-Z$@]{0,2}("""|'''|["'`])/;

/** A variable of a shell that is as long as what it stands for, so that places stay. */
function variable(length: number): string {
  return `$${'x'.repeat(Math.max(1, length - 1))}`;
}

/** Shows values that are put into a text as variables of a shell. */
export function withVariables(text: string): string {
  return text.replace(PUT_IN, (value) => variable(value.length));
}

/** `task` becomes `$given`, `process.env.TASK_FILE` becomes `$TASK_FILE`. */
function variableFor(tokens: readonly CallToken[]): string {
  const text = tokens.map((token) => token.text).join('');
  return `$${ENVIRONMENT.exec(text)?.[0] ?? 'given'}`;
}

function contentOf({ text, start, end }: CallToken): Span {
  const [opening, marks] = OPENING.exec(text)!;
  return { start: start + opening.length, end: end - marks!.length };
}

function isJoin(token: CallToken): boolean {
  return token.kind === 'other' && /^(?:\+|\.\.?|~)$/.test(token.text);
}

/** One word: `"run"`, `"run".to_string()`; a variable for what is put together or computed. */
export function wordOf(source: string, tokens: readonly CallToken[]): string {
  const [first, second] = tokens;
  if (first!.kind !== 'string' || (second !== undefined && !/^\.\w/.test(second.text)))
    return variableFor(tokens);
  const { start, end } = contentOf(first!);
  return withVariables(source.slice(start, end).replace(/\\(["'`\\/])/g, '$1'));
}

/** A string's text, and the text of those joined with it, exactly as long as they are in the source. */
export function stringText(source: string, tokens: readonly CallToken[]): Span & { readonly text: string } {
  const { start, end } = contentOf(tokens[0]!);
  let text = source.slice(start, end);
  let reached = end;
  let isJoined = false;
  for (const token of tokens.slice(1)) {
    if (token.kind === 'string') {
      const next = contentOf(token);
      const isWord = /\S$/.test(text) && /\S/.test(source.charAt(next.start));
      const between = source.slice(reached, next.start);
      // `"a " + task + " b"` puts a value in, `"a" "b"` and `"a" + "b"` are one text.
      const isValue = /\w/.test(between.replace(/[a-zA-Z$@]{1,2}(?=["']{1,3}$)/, ''));
      text += isValue ? variable(between.length) : (isWord ? 'x' : ' ').repeat(between.length);
      text += source.slice(next.start, next.end);
      reached = next.end;
      isJoined = false;
    } else if (!isJoined && !isJoin(token)) break;
    else isJoined = true;
  }
  if (isJoined) {
    const stop = tokens.at(-1)!.end;
    text += variable(stop - reached);
    reached = stop;
  }
  const readable = withVariables(text)
    .replace(/\\(["'`\\/])/g, ' $1')
    .replace(/\\[nrt]/g, ' ;');
  return { text: readable, start, end: reached };
}
