/**
 * How tests of user interfaces type into the field that a name means: Capybara, Playwright, Puppeteer, Cypress, Selenium,
 * Testing Library, WebdriverIO, TestCafe, Detox, XCUITest, Robot Framework.
 */
const TYPES =
  '(?:fill(?:_?[iI]n|Field)?|[tT]ype(?:Text|Into|Slowly)?|[sS]end_?[kK]eys|set(?:_?[vV]alue)?|add_?[vV]alue|press_?[sS]equentially|enter_?[tT]ext|replaceText|input_?[tT]ext)';

/** What closes the name's string, and the selector, the pattern or the call that it stands in: `"]'))`, `/i)`. */
const CLOSE = String.raw`(?: [a-z]{1,20})?["'\x60\]/]{0,4}i?["'\x60)\]]{0,4}`;

/** `getByLabel('Password').fill('…')`, `find_element(By.ID, 'password').send_keys('…')`, `'Password'), { target: { value: '…' } }`. */
const CHAINED = new RegExp(
  String.raw`${CLOSE}(?<=[)\]])(?:(?:\s{0,60}\.\w{1,20}\([^()\r\n]{0,30}\)){0,3}\s{0,60}\.(?:perform\()?${TYPES}\(\s{0,60}|,\s{0,10}\{\s{0,20}target:\s{0,4}\{\s{0,20}value:\s{0,4})@?(?=["'\x60])`,
  'y',
);

/** `fill_in 'Password', with: '…'`, `page.fill('#password', '…')`, `fill in "Password" with "…"`. */
const BESIDE = new RegExp(
  String.raw`${CLOSE}(?:[ \t]{0,4},\s{0,60}(?:with:[ \t]{0,4}|:with[ \t]?=>[ \t]?)?|[ \t]with[ \t])(?=["'\x60])`,
  'y',
);
const BESIDE_BEFORE = new RegExp(`(?<![A-Za-z])(?:${TYPES}|fill in)[ (][^;\\r\\n]{0,90}$`);

/** Robot Framework parts a keyword from its arguments with two blanks or more: `Input Text    id=password    …`. */
const APART = /(?: {2,20}|\t{1,4})(?=\S)/y;
const APART_BEFORE = /(?:Input|Fill|Type) (?:Text|Password|Secret)(?: {2,20}|\t{1,4})[^\s]{0,60}$/;

const REACH = 110;

/** Where the text begins that is typed into the field. */
export function typedIn(text: string, nameStart: number, nameEnd: number): number | undefined {
  const next = text[nameEnd] ?? '';
  const isLabel = next === ' ' && /["'`]/.test(text[nameStart - 1] ?? '');
  if (isLabel || /["'`)\]/,]/.test(next)) {
    CHAINED.lastIndex = nameEnd;
    if (CHAINED.test(text)) return CHAINED.lastIndex;
    BESIDE.lastIndex = nameEnd;
    if (BESIDE.test(text) && BESIDE_BEFORE.test(before(text, nameStart))) return BESIDE.lastIndex;
  }
  if (next !== '\t' && !text.startsWith('  ', nameEnd)) return undefined;
  APART.lastIndex = nameEnd;
  return APART.test(text) && APART_BEFORE.test(before(text, nameStart)) ? APART.lastIndex : undefined;
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - REACH), at);
}
