import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import type { Random } from './random.ts';

/** What people and agents do to lines of evidence on the way into a document. */
export type Transformation = (lines: readonly string[], random: Random) => string;

const each =
  (change: (line: string, index: number) => string): Transformation =>
  (lines) =>
    lines.map(change).join('\n');

const TIMESTAMP = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g;

/** A record of JSON, also where the piece was cut out of a larger one; other lines stay as they are. */
function reshaped(lines: readonly string[], shape: (record: Record<string, unknown>) => string): string {
  const whole = lines.join('\n');
  for (const text of [
    whole,
    `{${whole
      .replace(/^\s*\{/, '')
      .replace(/,\s*$/, '')
      .replace(/[{}\s]*$/, '')}}`,
  ]) {
    const record = parsed(text);
    if (record) return shape(record);
  }
  return lines.map((line) => (parsed(line) ? shape(parsed(line)!) : line)).join('\n');
}

function parsed(text: string): Record<string, unknown> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function flat(record: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(record).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value as object, `${prefix}${key}.`)
      : [[prefix + key, Array.isArray(value) ? value.join(', ') : String(value)] as const],
  );
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}

function wrapped(text: string, width: number): string {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line].join('\n');
}

const inLines = (text: string) => text.match(/.{1,76}/g)?.join('\n') ?? '';

export const TRANSFORMATIONS: Readonly<Record<string, Transformation>> = {
  'as it is': each((line) => line),
  'fence in a list': (lines) =>
    ['- Output:', '', '  ```text', ...lines.map((line) => `  ${line}`), '  ```'].join('\n'),
  quote: each((line) => `> ${line}`),
  'nested quote in bullets': each((line) => `> > - ${line}`),
  numbered: each((line, index) => `${index + 1}. ${line}`),
  table: (lines) =>
    ['| Line |', '| --- |', ...lines.map((line) => `| ${line.replaceAll('|', '\\|')} |`)].join('\n'),
  'code per line': each((line) => `- \`${line}\``),
  'wrapped at 72': (lines) => lines.map((line) => wrapped(line, 72)).join('\n'),
  'one paragraph': (lines) => lines.map((line) => line.trim()).join(' '),
  'upper case': each((line) => line.toUpperCase()),
  'JSON pretty': (lines) => reshaped(lines, (record) => JSON.stringify(record, null, 4)),
  'JSON minified': (lines) => reshaped(lines, (record) => JSON.stringify(record)),
  'JSON keys sorted': (lines) => reshaped(lines, (record) => JSON.stringify(sortedKeys(record), null, 2)),
  'JSON to YAML': (lines) => reshaped(lines, (record) => stringify(record)),
  'JSON to a table': (lines) =>
    reshaped(lines, (record) =>
      [
        '| Key | Value |',
        '| --- | --- |',
        ...flat(record).map(([key, value]) => `| ${key} | ${value} |`),
        '',
      ].join('\n'),
    ),
  'JSON to bullets': (lines) =>
    reshaped(lines, (record) =>
      flat(record)
        .map(([key, value]) => `- **${key}**: \`${value}\``)
        .join('\n'),
    ),
  'timestamps edited': (lines, random) =>
    lines
      .join('\n')
      .replace(TIMESTAMP, () =>
        new Date(
          Date.UTC(
            2026,
            random.below(12),
            1 + random.below(28),
            random.below(24),
            random.below(60),
            random.below(60),
            random.below(1000),
          ),
        ).toISOString(),
      ),
  'timestamps removed': (lines) => lines.join('\n').replace(TIMESTAMP, ''),
  'digits edited': (lines, random) => lines.join('\n').replace(/\d/g, () => String(random.below(10))),
  redacted: (lines) =>
    lines
      .join('\n')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{12,64}\b|(?:\/[\w.-]+){2,}/g, '[redacted]'),
  shuffled: (lines, random) => random.shuffled(lines).join('\n'),
  'every fourth line dropped': (lines) => lines.filter((_, index) => index % 4 !== 3).join('\n'),
  'prose between': each((line, index) =>
    index % 2 === 1 ? `${line}\n\nThen this came, as we had expected it to.\n` : line,
  ),
  'JSON string': (lines) => JSON.stringify({ excerpt: lines.join('\n') }),
  'HTML entities': (lines) =>
    `<pre>\n${lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')).join('\n')}\n</pre>`,
  coloured: each((line) => `\u001b[36m${line.replaceAll(' ', '\u001b[0m \u001b[1m')}\u001b[0m`),
  'zero-width inside': each((line) => line.replace(/(\w{3})/g, '$1\u200b')),
  base64: (lines) => inLines(Buffer.from(lines.join('\n')).toString('base64')),
  'gzip in base64': (lines) => inLines(gzipSync(lines.join('\n')).toString('base64')),
  hex: (lines) => inLines(Buffer.from(lines.join('\n')).toString('hex')),
  xxd: (lines) =>
    dump(
      lines,
      (offset, hex, text) =>
        `${offset}: ${hex
          .match(/.{1,4}/g)!
          .join(' ')
          .padEnd(40)} ${text}`,
    ),
  'hexdump -C': (lines) =>
    dump(
      lines,
      (offset, hex, text) =>
        `${offset}  ${hex
          .match(/.{1,16}/g)!
          .map((half) => half.match(/../g)!.join(' '))
          .join('  ')
          .padEnd(49)}  |${text}|`,
    ),
  od: (lines) =>
    dump(
      lines,
      (offset, hex) =>
        `${offset.slice(1)} ${hex
          .padEnd(Math.ceil(hex.length / 4) * 4, '0')
          .match(/.{4}/g)!
          .map((word) =>
            Number.parseInt(word.slice(2) + word.slice(0, 2), 16)
              .toString(8)
              .padStart(6, '0'),
          )
          .join(' ')}`,
    ),
};

/** Sixteen bytes a line, as the tools print them. */
function dump(
  lines: readonly string[],
  format: (offset: string, hex: string, text: string) => string,
): string {
  const bytes = Buffer.from(lines.join('\n'));
  return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
    const part = bytes.subarray(row * 16, row * 16 + 16);
    const text = part.toString('latin1').replace(/[^ -~]/g, '.');
    return format((row * 16).toString(16).padStart(8, '0'), part.toString('hex'), text);
  }).join('\n');
}
