import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import { toName } from '../../name.ts';
import { BitReader, BitWriter } from './bits.ts';
import { DIGEST_BITS } from './digest.ts';
import { GRAM, WINDOW } from './grams.ts';
import { EvidenceIndexError } from './index-error.ts';
import type { RunPart } from './run-part.ts';

/**
 * A committed index is JSON, so that every tool shows it, and one line a run, so that git merges it: each line of a run
 * ends with a comma, and `null` ends the list. Two branches that both add runs conflict only where git can't tell
 * which comes first; `cto-lint.evidence.json merge=union` in `.gitattributes`, or a folder with a file for each run,
 * leaves nothing to conflict.
 *
 *     {"format":"cto-lint evidence index","version":1,"gram":24,"window":24,"bits":40,"key":"9f0c…","runs":[
 *     {"run":"20260602T101500Z-r1-string-slugify-4711","files":["report.json"],"count":2,"lines":5,"entries":"…"},
 *     null]}
 */
const VERSION = 1;

const FORMAT = 'cto-lint evidence index';

/** Looked at first: another version may have other keys. */
const stampSchema = z.looseObject({ format: z.literal(FORMAT), version: z.number() });

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  gram: z.literal(GRAM),
  window: z.literal(WINDOW),
  bits: z.literal(DIGEST_BITS),
  /** Tells the right key from a wrong one, and nothing else; `null` where there is none. */
  key: z.string().nullable(),
  runs: z.array(z.unknown()),
});

const name = z.string().transform((text, context) => {
  const tight = toName(text);
  if (tight !== undefined) return tight;
  context.addIssue({ code: 'custom', message: 'not a name' });
  return z.NEVER;
});

const runSchema = z.strictObject({
  run: name,
  files: z.array(name).max(4096),
  count: z.int().min(0).max(50_000_000),
  /** Bits of a line number. */
  lines: z.int().min(0).max(32),
  entries: z.string(),
  /** Of all of the above: one wrong bit would move every entry behind it, and nothing would be found any more. */
  sum: z.string(),
});

function sumOf({ run, files, count, lines, entries }: Omit<z.infer<typeof runSchema>, 'sum'>): string {
  const text = JSON.stringify([run, files, count, lines, entries]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A check value of the key: 40 bits of an HMAC, so that it can't be turned round. */
function keyCheck(secret: string | undefined): string | null {
  if (secret === undefined) return null;
  return createHmac('sha256', secret).update('cto-lint evidence key').digest('hex').slice(0, 10);
}

/** Parts in the order of their runs, so that the same runs always give the same text. */
export function writeIndex(parts: readonly RunPart[], secret: string | undefined): string {
  const header = {
    format: FORMAT,
    version: VERSION,
    gram: GRAM,
    window: WINDOW,
    bits: DIGEST_BITS,
    key: keyCheck(secret),
  };
  const sorted = [...parts].sort((a, b) => (a.run < b.run ? -1 : 1));
  const lines = sorted.map((part) => `${JSON.stringify(packed(part))},\n`);
  return `${JSON.stringify(header).slice(0, -1)},"runs":[\n${lines.join('')}null]}\n`;
}

/** The secret that the digests of these texts were made with: none where they were written without one. */
export function secretOf(texts: readonly string[], secret: string | undefined): string | undefined {
  const keyed = texts.filter((text) => headerSchema.safeParse(jsonOf(text)).data?.key !== null).length;
  if (keyed === 0) return undefined;
  if (keyed === texts.length) return secret;
  throw new EvidenceIndexError(
    'key-wrong',
    'Parts of the evidence index have a key and others have none.',
    'Write it anew, with or without a key: `cto-lint evidence index ROOT… -o FILE`.',
  );
}

/** Throws an `EvidenceIndexError` where the text is no index, one of another version, or one of another key. */
export function readIndex(text: string, secret: string | undefined): readonly RunPart[] {
  const json = jsonOf(text);
  const stamp = stampSchema.safeParse(json);
  if (!stamp.success) throw malformed();
  if (stamp.data.version !== VERSION) {
    throw new EvidenceIndexError(
      'unknown-version',
      'The evidence index has a version that this cto-lint does not know.',
      'Use the cto-lint that wrote it, or write it anew: `cto-lint evidence index ROOT… -o FILE`.',
    );
  }
  const header = headerSchema.safeParse(json);
  if (!header.success) throw malformed();
  const { key, runs } = header.data;
  checkKey(key, secret);
  return runs.filter((run) => run !== null).map(unpacked);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The library's message quotes the text: it goes no further.
    if (error instanceof SyntaxError) throw malformed();
    throw error;
  }
}

function checkKey(key: string | null, secret: string | undefined): void {
  if (key === null || key === keyCheck(secret)) return;
  const help =
    'Set CTO_LINT_EVIDENCE_KEY, or `git config cto-lint.evidenceKey`, to the key that it was written with.';
  if (secret === undefined)
    throw new EvidenceIndexError('key-missing', 'The evidence index needs its key.', help);
  throw new EvidenceIndexError('key-wrong', 'The evidence index was written with another key.', help);
}

function malformed(): EvidenceIndexError {
  return new EvidenceIndexError(
    'malformed',
    'The evidence index is damaged.',
    'Take it from the last good commit, or write it anew: `cto-lint evidence index ROOT… -o FILE`.',
  );
}

/** Sorted values differ by about `2 ** 40 / count`: Golomb-Rice of the differences saves a quarter. */
function riceWidth(count: number): number {
  return Math.max(0, DIGEST_BITS - Math.ceil(Math.log2(Math.max(1, count))));
}

function bitsFor(largest: number): number {
  return largest <= 0 ? 0 : Math.floor(Math.log2(largest)) + 1;
}

function packed({ run, files, entries }: RunPart) {
  const { values } = entries;
  const lines = bitsFor(entries.lines.reduce((most, line) => Math.max(most, line), 0));
  const width = riceWidth(values.length);
  const fileBits = bitsFor(files.length - 1);
  const writer = new BitWriter();
  for (let at = 0; at < values.length; at++) {
    writer.writeRice(values[at]! - (values[at - 1] ?? 0), width);
    writer.write(entries.files[at]!, fileBits);
    writer.write(entries.lines[at]!, lines);
  }
  const line = { run, files: [...files], count: values.length, lines, entries: writer.toBase64() };
  return { ...line, sum: sumOf(line) };
}

function unpacked(line: unknown): RunPart {
  const parsed = runSchema.safeParse(line);
  if (!parsed.success) throw malformed();
  const { run, files, count, lines, entries: text, sum } = parsed.data;
  if (sum !== sumOf(parsed.data)) throw malformed();
  const reader = new BitReader(text);
  const width = riceWidth(count);
  // Each entry takes a bit at least: a count that the text can't hold must not be made room for.
  if (count > text.length * 6) throw malformed();
  const entries = {
    values: new Float64Array(count),
    files: new Uint16Array(count),
    lines: new Uint32Array(count),
  };
  const fileBits = bitsFor(files.length - 1);
  let value = 0;
  try {
    for (let at = 0; at < count; at++) {
      value += reader.readRice(width);
      entries.values[at] = value;
      entries.files[at] = reader.read(fileBits);
      entries.lines[at] = reader.read(lines);
    }
  } catch (error) {
    if (error instanceof RangeError) throw malformed();
    throw error;
  }
  return { run, files, entries };
}
