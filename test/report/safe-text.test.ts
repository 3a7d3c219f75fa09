import { describe, expect, it } from 'vitest';
import {
  safeAnnotation,
  safeAnnotationProperty,
  safeJson,
  safeLine,
  safeLines,
  safeMarkdown,
  safeProse,
  safeXml,
} from '../../src/report/safe-text.ts';

describe('safeLine', () => {
  it.each([
    ['plain text, untouched', 'a-b_c.md: "x" (50 %)', 'a-b_c.md: "x" (50 %)'],
    ['letters of any script', 'é 漢字 ქართული 👍', 'é 漢字 ქართული 👍'],
    ['a colour', '\u001b[31mred', '\\x1B[31mred'],
    ['a title by OSC', '\u001b]0;owned\u0007', '\\x1B]0;owned\\x07'],
    ['C1, which some terminals obey in UTF-8', '\u009b31m\u0085', '\\x9B31m\\x85'],
    ['line ends and tab', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['separators that are line ends elsewhere', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['bidi controls', 'a\u202ecod.exe\u2066', 'a\\u202Ecod.exe\\u2066'],
    ['zero width', 'a\u200bb\ufeff\u00ad', 'a\\u200Bb\\uFEFF\\xAD'],
    ['fillers that look like space', 'a\u3164', 'a\\u3164'],
    ['tag characters', 'a\u{e0041}', 'a\\u{E0041}'],
    ['half a surrogate pair', 'a\ud800', 'a\\uD800'],
    ['a runner command within', 'x ##[error]y', 'x \\x23\\x23[error]y'],
    ['one mark too many', '###[group]', '#\\x23\\x23[group]'],
    ['a heading, which is none', '## [1.0]', '## [1.0]'],
    ['a runner command at the start', '::error::x', '\\x3A:error::x'],
    ['a runner command after white space', ' \u00a0::error::x', ' \u00a0\\x3A:error::x'],
    ['a runner command after CR', '\r::error::x', '\\r::error::x'],
    ['a namespace, which is no command', 'std::string a::b', 'std::string a::b'],
    ['half a command, which a position follows', ' :', ' \\x3A'],
    ['a colon that begins or ends a text', ':x y:', ':x y:'],
  ])('%s', (_, text, safe) => {
    expect(safeLine(text)).toBe(safe);
  });

  it.each(['##', ' :', '::', '\u001b[', '\u202e', ' '])('loses nothing of 200,000 times %j', (unit) => {
    expect(safeLine(unit.repeat(200_000)).length).toBeGreaterThanOrEqual(unit.length * 200_000);
  });
});

it('safeLines keeps line feeds only', () => {
  expect(safeLines('a\n::error::b\rc')).toBe('a\n\\x3A:error::b\\rc');
});

describe('safeJson', () => {
  const text = '##[error] \u001b \u007f \u009b \u202e \u2028 \u{e0041} \ud800 \\##[x] ###[';

  it('keeps the value', () => {
    expect(JSON.parse(safeJson({ [text]: text }))).toEqual({ [text]: text });
  });

  it('writes ASCII escapes only', () => {
    expect(safeJson(['##[a', '\u009b\u{e0041}'])).toBe(
      '[\n  "\\u0023\\u0023[a",\n  "\\u009b\\udb40\\udc41"\n]\n',
    );
  });
});

describe('safeXml', () => {
  it.each([
    ['markup', `<a b="c" d='e'>&]]>`, '&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;]]&#62;'],
    ['what XML 1.0 forbids', '\u0000\u001b\ufffe\uffff\ud800', '\\x00\\x1B\\uFFFE\\uFFFF\\uD800'],
    ['letters', 'é 漢字', 'é 漢字'],
  ])('%s', (_, text, safe) => {
    expect(safeXml(text)).toBe(safe);
  });
});

describe('safeMarkdown', () => {
  it.each([
    ['code', '`a`', '&#96;a&#96;'],
    ['a cell', 'a|b', 'a&#124;b'],
    ['html', '<img src=x>', '&#60;img src=x&#62;'],
    ['an image', '![a](b)', '&#33;&#91;a&#93;&#40;b&#41;'],
    ['emphasis', '*a* _b_ ~c~', '&#42;a&#42; &#95;b&#95; &#126;c&#126;'],
    ['a reference', '&lt;', '&#38;lt;'],
    ['an escape', '\\|', '&#92;&#124;'],
    ['links that need no brackets', 'https://x.y www.x.y a@b.c', 'https&#58;//x.y &#119;ww.x.y a&#64;b.c'],
    ['a new line', 'a\n\n# b', 'a&#92;n&#92;n&#35; b'],
    ['plain text', 'No record, 3 items; "x" - 5 % é 漢', 'No record, 3 items; "x" - 5 % é 漢'],
  ])('%s', (_, text, safe) => {
    expect(safeMarkdown(text)).toBe(safe);
  });
});

describe('safeProse', () => {
  it.each([
    ['a mention', 'ask @ada', 'ask &#64;&#8203;ada'],
    ['an issue', 'see #12', 'see &#35;&#8203;12'],
    ['an issue of another repository', 'see a/b#12', 'see a/b&#35;&#8203;12'],
    ['an issue in the old way', 'see GH-12', 'see GH-&#8203;12'],
    ['a merge request', 'see !12 %1', 'see &#33;&#8203;12 %&#8203;1'],
    ['what refers to nothing', 'a # b, 5 %, C# and a@ b', 'a &#35; b, 5 %, C&#35; and a&#64; b'],
  ])('%s', (_, text, safe) => {
    expect(safeProse(text)).toBe(safe);
  });
});

describe('annotations', () => {
  it.each([
    ['per cent first', '100%0A', '100%250A', '100%250A'],
    ['line ends', 'a\r\nb', 'a%0D%0Ab', 'a%0D%0Ab'],
    ['ends of a property', 'a:b,c', 'a:b,c', 'a%3Ab%2Cc'],
    ['a second command', '\r::error::x', '%0D\\x3A:error::x', '%0D\\x3A%3Aerror%3A%3Ax'],
    ['the old form', '##[error]x', '\\x23\\x23[error]x', '\\x23\\x23[error]x'],
    ['controls', '\u001b[0m', '\\x1B[0m', '\\x1B[0m'],
  ])('%s', (_, text, data, property) => {
    expect(safeAnnotation(text)).toBe(data);
    expect(safeAnnotationProperty(text)).toBe(property);
  });
});
