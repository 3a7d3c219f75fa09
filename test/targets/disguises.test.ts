import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/name.ts';
import { findTargets } from '../../src/targets/find-targets.ts';
import { compileTargets } from '../../src/targets/matcher.ts';

const matcher = compileTargets([
  { name: nameOf('pay'), paths: ['/opt/money/pay'], remotes: ['github.com/borealis/pay'] },
]);

type Encoder = (sign: string) => string;

const hex = (sign: string, digits: number) => sign.charCodeAt(0).toString(16).padStart(digits, '0');

/** Each writes one sign of ASCII otherwise. */
const ENCODERS: Encoder[] = [
  (sign) => sign,
  (sign) => sign.toUpperCase(),
  (sign) => `%${hex(sign, 2)}`,
  (sign) => `%25${hex(sign, 2)}`,
  (sign) => `\\u${hex(sign, 4)}`,
  (sign) => `\\x${hex(sign, 2)}`,
  (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
  (sign) => `&#${sign.charCodeAt(0)};`,
  (sign) => `&#x${hex(sign, 2)};`,
  (sign) => `\u200b${sign}\u00ad`,
  (sign) => `\u001b[1m${sign}\u001b[0m`,
  (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
];

const SEPARATORS = ['/', '/', '//', '/./', '/x/../', '/a b/../', '\\/', '/\n  ', '/\n> ', '/\r\n\t'];
const PREFIXES = [
  '',
  'file://',
  'file://localhost',
  'vscode://file',
  '/proc/self/root',
  '/host',
  '/mnt/wsl/debian',
];
const CONTEXTS: ((path: string) => string)[] = [
  (path) => path,
  (path) => `see ${path}, then`,
  (path) => `see ${path}.`,
  (path) => `"${path}"`,
  (path) => `(\`${path}\`)`,
  (path) => `<${path}>`,
  (path) => `--root=${path} -v`,
  (path) => `{"path":"${path}"}`,
  (path) => `100% of ${path}\n\nmore`,
];

/** One spelling of a path: what leads to it, what separates its names, how each sign is written, what stands round it. */
const disguise = fc.record({
  prefix: fc.constantFrom(...PREFIXES),
  separators: fc.array(fc.constantFrom(...SEPARATORS), { minLength: 3, maxLength: 3 }),
  encoders: fc.array(fc.constantFrom(...ENCODERS), { minLength: 1, maxLength: 40 }),
  context: fc.constantFrom(...CONTEXTS),
});

interface Disguise {
  readonly prefix: string;
  readonly separators: readonly string[];
  readonly encoders: readonly Encoder[];
  readonly context: (path: string) => string;
}

function spelled(names: readonly string[], { prefix, separators, encoders, context }: Disguise): string {
  let count = 0;
  const encoded = (name: string) =>
    [...name].map((sign) => encoders[count++ % encoders.length]!(sign)).join('');
  const path = names.map((name, index) => {
    const separator = separators[index % separators.length]!;
    // The first sign of a path follows a plain separator, where a line can't be broken.
    return (index === 0 ? '/' : separator) + encoded(name);
  });
  return context(prefix + path.join(''));
}

describe('spellings of a target, put together', () => {
  it('are all found', () => {
    fc.assert(
      fc.property(disguise, fc.constantFrom('', '/src', '/.git/config'), (how, below) => {
        const text = spelled(['opt', 'money', `pay${below}`], how);
        expect(findTargets(text, matcher)).toMatchObject([{ target: 'pay', by: 'path' }]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a sibling are none of the target', () => {
    const siblings = fc.constantFrom(
      ['opt', 'money', 'pay-notes'],
      ['opt', 'money', 'pay2'],
      ['opt', 'money', 'pay_x', 'src'],
      ['opt', 'money', 'repay'],
      ['opt', 'money'],
      ['opt', 'pay'],
      ['opt', 'money', 'x', 'pay'],
      ['srv', 'opt', 'money', 'pay'],
    );
    fc.assert(
      fc.property(disguise, siblings, (how, names) => {
        expect(findTargets(spelled(names, how), matcher)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never fail on any text, and lie within it', () => {
    const pieces = fc.constantFrom(
      ...[
        '/',
        '\\',
        '%',
        '%2f',
        '%25',
        '&#',
        '\\u00',
        '~',
        '"',
        '\n',
        ' ',
        '.',
        '..',
        'opt',
        'money',
        'pay',
        ':',
        '//',
      ],
      ...[
        '\ud800',
        '\u200b',
        'é',
        '<b>',
        'https:',
        'github.com',
        'borealis',
        '$HOME',
        '{{',
        'join(',
        '\u001b[',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { start, end } of findTargets(text, matcher)) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('time', () => {
  /** Work by the square of it would run into the limit of a test. */
  const SIZE = 400_000;

  it.each([
    ['////'],
    ['../../'],
    ['%25%25'],
    ['%2f'],
    ['a%20'],
    ['/opt/money/'],
    ['/opt\n'],
    ['pay/../'],
    ['/opt/x y/../'],
    ["'opt', 'money', "],
    ['join('],
    ['"pay" + "'],
    ['\\opt\\'],
    ['https://github.com/'],
    ['gh:borealis/'],
    ['$HOME/'],
    ['\u001b]8;'],
  ])('400 KB of %j beside a mention', (pattern) => {
    const text = `/opt/money/pay ${pattern.repeat(SIZE / pattern.length)} /opt/money/pay `;
    expect(findTargets(text, matcher).length).toBeGreaterThan(0);
  });
});
