import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import type { SecretSpan } from '../span.ts';
import { isSecretEntry } from './kubernetes-entry.ts';

const TYPE = nameOf('kubernetes-secret');
const VENDOR = nameOf('Kubernetes');

const KIND = /^["' \t,{]{0,8}kind["']?:[ \t]{0,4}["']?Secret["']?[ \t]{0,4},?[ \t]{0,4}\r?$/gm;
const LONGEST_DOCUMENT = 20_000;

/** Entries of `data` (base64) and `stringData`. */
const SECTION = /^([ \t]{0,8})["']?(data|stringData)["']?:[ \t]{0,4}\{?[ \t]{0,4}\r?$/gm;
const ENTRY =
  /^([ \t]{1,20})["']?([\w.-]{1,120})["']?:[ \t]{1,8}["']?([^\s"'#{}|>]{1,4000})["']?[ \t]{0,4},?[ \t]{0,4}\r?$/gm;

/** `kind: Secret` of a manifest. SealedSecret and ExternalSecret hold none, SOPS encrypts each value in place. */
export function findKubernetesSecrets(text: string): readonly SecretSpan[] {
  if (!text.includes('Secret')) return [];
  const spans: SecretSpan[] = [];
  let reached = 0;
  for (const kind of text.matchAll(KIND)) {
    if (kind.index < reached) continue;
    const { start, end } = documentAround(text, kind.index, reached);
    reached = end;
    const document = text.slice(start, end);
    if (/^sops:|ENC\[AES/m.test(document)) continue;
    for (const section of document.matchAll(SECTION)) {
      spans.push(
        ...entriesOf(
          document,
          section.index + section[0].length,
          section[1]!.length,
          section[2] === 'data',
          start,
        ),
      );
    }
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
    const [whole, blank, key, value] = entry as unknown as [string, string, string, string];
    // A gap, or a line that stands further left, ends the section.
    if (entry.index > reached + 2 || blank.length <= indent) return;
    reached = entry.index + whole.length;
    const plain = isEncoded ? Buffer.from(value, 'base64').toString('latin1') : value;
    if (isEncoded && (!/^[\x09\x0a\x0d\x20-\x7e]{3,}$/.test(plain) || value.length % 4 !== 0)) continue;
    if (!isSecretEntry(key, plain)) continue;
    const start = offset + entry.index + whole.lastIndexOf(value);
    yield {
      start,
      end: start + value.length,
      type: TYPE,
      vendor: VENDOR,
      told: 'structure',
      certainty: 'certain',
    };
  }
}
