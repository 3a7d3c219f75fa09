import { type Name, toName } from '../../name.ts';
import type { Work } from '../../policy/policy.ts';
import type { Document, Field } from '../document.ts';
import type { Heading } from '../markdown/markdown.ts';
import { calledIn, type StatedItem } from './stated-items.ts';

/** What a heading or an entry of data says of an item, without a sentence. */
export interface NamedItem {
  readonly source: Heading | Field;
  readonly item: StatedItem;
}

export function itemOf(text: string, { prefix, digits }: Work): Name | undefined {
  const isId = text.startsWith(prefix) && /^\d+$/.test(text.slice(prefix.length));
  return isId && text.length === prefix.length + digits ? toName(text) : undefined;
}

/** What a text is that says nothing but a status. */
export function namedStatuses(text: string, work: Work): readonly Name[] {
  const word = text.trim().replace(/\.$/, '').toLowerCase();
  const own = work.statuses.filter((status) => status === word || status.replaceAll('_', ' ') === word);
  if (own.length > 0) return own;
  const called = calledIn(work);
  return called.get(word) ?? called.get(`: ${word}`) ?? [];
}

/** `CTO-WORK-020 (resolved)`, `CTO-WORK-020 - Admit a pair (resolved)`, `CTO-WORK-020: resolved` */
const HEADED = /^([A-Z][\w-]{0,79}?)(?:(?:\s[-–—]\s[^()]{1,120})?\s\(([\w ]{1,40})\)|:\s([\w ]{1,40}))\.?$/;

function ofHeading({ prose }: Heading, work: Work): StatedItem | undefined {
  const [, id = '', inBrackets, behind] = HEADED.exec(prose.text.trim().slice(0, 300)) ?? [];
  const item = itemOf(id, work);
  const statuses = namedStatuses(inBrackets ?? behind ?? '', work);
  return item && statuses.length > 0 ? { item, statuses, holds: true } : undefined;
}

/** A block of YAML or JSON: `CTO-WORK-020: resolved`, `CTO-WORK-020: { status: resolved }`. */
function ofField({ form, path, key, value }: Field, work: Work): StatedItem | undefined {
  if (form !== 'block' || path.length === 0) return undefined;
  const isStatus = key.toLowerCase() === work.labels.status.toLowerCase();
  const item = itemOf(isStatus ? (path.at(-2) ?? '') : key, work);
  const statuses = work.statuses.filter((status) => status === value);
  return item && statuses.length > 0 ? { item, statuses, holds: true } : undefined;
}

/** In the order of the text, headings first. */
export function namedItems({ markdown, fields }: Document, work: Work): readonly NamedItem[] {
  const named: NamedItem[] = [];
  for (const source of markdown?.headings ?? []) {
    const item = ofHeading(source, work);
    if (item) named.push({ source, item });
  }
  for (const source of fields) {
    const item = ofField(source, work);
    if (item) named.push({ source, item });
  }
  return named;
}
