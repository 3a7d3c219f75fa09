import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import type { SecretSpan } from '../span.ts';
import { isSecretEntry, tellingWords } from './kubernetes-entry.ts';
import { objectAround } from './object-around.ts';

const TYPE = nameOf('kubernetes-secret');
const VENDOR = nameOf('Kubernetes');

/** On a line of its own, and in an object that is written on one. */
const KIND = /(?<!\w)kind\\?["']?:[ \t]{0,4}\\?["']?Secret(?![\w-])/g;
const LINE_BEFORE = /(?:^|[\r\n])["' \t,{]{0,8}$/;
const LINE_AFTER = /^["']?[ \t]{0,4},?[ \t]{0,4}(?:[\r\n]|$)/;
const LONGEST_DOCUMENT = 20_000;

/** Entries of `data` (base64) and `stringData`. */
const SECTION = /^([ \t]{0,8})["']?(data|stringData)["']?:[ \t]{0,4}\{?[ \t]{0,4}\r?$/gm;
const ENTRY =
  /^([ \t]{1,20})["']?([\w.-]{1,120})["']?:[ \t]{1,8}(?:["']?([^\s"'#{}|>]{1,4000})["']?[ \t]{0,4},?[ \t]{0,4}\r?$|[|>][-+]?[ \t]{0,4}\r?\n((?:(?:\1[ \t][^\r\n]{0,4000}|[ \t]{0,40})\r?(?:\n|$)){1,400}))/gm;

/** `kind: Secret` of a manifest. SealedSecret and ExternalSecret hold none, SOPS encrypts each value in place. */
export function findKubernetesSecrets(text: string): readonly SecretSpan[] {
  if (!text.includes('Secret')) return [];
  const spans: SecretSpan[] = [];
  let reached = 0;
  // No object is open before it.
  let walked = 0;
  for (const { index, 0: kind } of text.matchAll(KIND)) {
    if (index < reached) continue;
    const end = index + kind.length;
    const isOwnLine =
      LINE_BEFORE.test(text.slice(Math.max(reached, index - 10), index)) &&
      LINE_AFTER.test(text.slice(end, end + 12));
    const place = isOwnLine
      ? documentAround(text, index, reached)
      : objectAround(text, index, Math.max(reached, walked));
    if (place === undefined) {
      walked = index;
      continue;
    }
    reached = place.end;
    const document = text.slice(place.start, place.end);
    if (/^sops:|ENC\[AES/m.test(document)) continue;
    if (isOwnLine)
      for (const section of document.matchAll(SECTION)) {
        const from = section.index + section[0].length;
        spans.push(...entriesOf(document, from, section[1]!.length, section[2] === 'data', place.start));
      }
    spans.push(...flowEntriesOf(document, place.start));
  }
  return spans;
}

/** From the `---` before to the one after. */
function documentAround(text: string, at: number, reached: number): Span {
  const earliest = Math.max(reached, at - LONGEST_DOCUMENT);
  const before = text.slice(earliest, at).lastIndexOf('\n---');
  const reach = text.slice(at, at + LONGEST_DOCUMENT);
  const after = reach.indexOf('\n---');
  return {
    start: before < 0 ? earliest : earliest + before + 4,
    end: at + (after < 0 ? reach.length : after),
  };
}

function* entriesOf(
  document: string,
  from: number,
  indent: number,
  isEncoded: boolean,
  offset: number,
): Generator<SecretSpan> {
  ENTRY.lastIndex = from;
  let reached = from;
  for (let entry = ENTRY.exec(document); entry; entry = ENTRY.exec(document)) {
    const [whole, blank, key, value, block] = entry as unknown as [string, string, string, string?, string?];
    // A gap, or a line that stands further left, ends the section.
    if (entry.index > reached + 2 || blank.length <= indent) return;
    reached = entry.index + whole.length;
    const start = offset + entry.index;
    if (block !== undefined) {
      if (/[\r\n]$/.test(whole)) reached--;
      if (!isEncoded) yield* wordsOfBlock(key, block, start + whole.length - block.length);
    } else if (value !== undefined && isSecretValue(key, value, isEncoded)) {
      yield spanOf(start + whole.lastIndexOf(value), value);
    }
  }
}

/** A file in a Secret: what tells by itself, or all of it where its name says that it is one. */
function* wordsOfBlock(key: string, block: string, offset: number): Generator<SecretSpan> {
  const text = block.trim();
  // Keys, and what names tell, are found in it as anywhere.
  if (text.includes('-----BEGIN ')) return;
  if (!/\s/.test(text)) {
    if (isSecretEntry(key, text)) yield spanOf(offset + block.indexOf(text), text);
    return;
  }
  let from = 0;
  for (const word of tellingWords(key, block)) {
    from = block.indexOf(word, from);
    yield spanOf(offset + from, word);
    from += word.length;
  }
}

/** `data: {key: …}`, `"stringData":{"key":"…"}`, and the same with its quotes escaped. */
const FLOW = /(?<![\w$.-])(?:data|stringData)\\?["']?[ \t]{0,4}:[ \t]{0,4}\{([^{}]{1,8000})\}/g;
const FLOW_ENTRY =
  /(?:^|[\s,])\\?["']?([\w.-]{1,120})\\?["']?[ \t]{0,4}:[ \t]{0,4}\\?["']?([^\s"',{}\\]{1,4000})/g;

function* flowEntriesOf(document: string, offset: number): Generator<SecretSpan> {
  for (const section of document.matchAll(FLOW)) {
    const body = section[1]!;
    const start = offset + section.index + section[0].length - 1 - body.length;
    for (const { index, 0: whole, 1: key, 2: value } of body.matchAll(FLOW_ENTRY))
      if (isSecretValue(key!, value!, section[0].startsWith('data')))
        yield spanOf(start + index + whole.length - value!.length, value!);
  }
}

function isSecretValue(key: string, value: string, isEncoded: boolean): boolean {
  if (!isEncoded) return isSecretEntry(key, value);
  const plain = Buffer.from(value, 'base64').toString('latin1');
  return value.length % 4 === 0 && /^[\x09\x0a\x0d\x20-\x7e]{3,}$/.test(plain) && isSecretEntry(key, plain);
}

function spanOf(start: number, { length }: string): SecretSpan {
  return { start, end: start + length, type: TYPE, vendor: VENDOR, told: 'structure', certainty: 'certain' };
}
