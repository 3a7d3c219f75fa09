import { kindOfName } from './secret-name.ts';
import { isWrittenName } from './written-name.ts';

/** `[data-testid="password-2"]`, `input[name=`: a quote within may have ended the text. */
const ATTRIBUTE = /^[\w.#*:>~+-]{0,80}\[[A-Za-z][\w-]{0,40}(?:[~|^$*]?=|\]$|\][.#:[>~+])/;

/** `input:nth-child(2)`, `#form2:not(.old)`, `form::part(pw2)`. */
const PSEUDO = /^[\w.#*>~+-]{1,80}::?(?:nth-[a-z-]{1,20}|not|has|is|where|contains|part)\(/;

/** `//input[@id="password1"]`, `.//*[contains(`, `//form/input[2]`, `/html/body/input[1]`. */
const XPATH =
  /^\(?(?:\.?\/\/|\/html\/)(?:[a-z]{1,20}::)?(?:[a-z][a-z0-9-]{0,20}|\*)(?:$|\[(?:@|\d{1,3}\]|\w[\w-]{0,30}\()|\/(?:\/|[a-z*@.]))/;

/** Playwright's and Selenium's own ways to say which: `css=…`, `xpath=…`, `id=…`. */
const STRATEGY = /^(?:css|xpath|id|name|text|label|role|data-test(?:-?id)?|testid|placeholder)=(.{1,120})/;

/** `#login-password-2`, `input#password1`, `.btn.password-2`. */
const NAMED = /^(?:[a-z][a-z0-9]{0,20})?[#.]([A-Za-z][\w-]{0,60})(?:[.#][A-Za-z][\w-]{0,60}){0,3}$/;

/** Whether a text says which element of a page is meant, as tests and scrapers keep it under the field's name. */
export function isSelector(text: string): boolean {
  if (!/[[#./:=]/.test(text)) return false;
  if (ATTRIBUTE.test(text) || XPATH.test(text) || PSEUDO.test(text)) return true;
  const located = STRATEGY.exec(text)?.[1];
  if (located !== undefined) return isWrittenName(located) || isSelector(located);
  const name = NAMED.exec(text)?.[1];
  if (name === undefined || !isWrittenName(name)) return false;
  // `#Harbor84` is a password: one word alone has to say that it is of a form.
  return /^[a-z]{1,30}(?:[-_][a-z]{1,30}){1,8}[-_]?\d{0,3}$/.test(name) || isOfForm(name);
}

function isOfForm(name: string): boolean {
  return /input|field|form|button|btn|login/i.test(name) || kindOfName(name) !== undefined;
}
