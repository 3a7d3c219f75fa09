import { type Place, placeOf } from '../../file.ts';
import { type Name, toName } from '../../name.ts';
import type { Span } from '../../place.ts';
import type { Work } from '../../policy/policy.ts';
import type { Document } from '../document.ts';
import type { Block, Heading, Prose } from '../markdown/markdown.ts';
import { skeleton } from '../skeleton.ts';

/** An entry of one of an item's lists, without its final full stop. */
export interface ItemEntry {
  readonly text: string;
  readonly place: Place;
}

/** `## CTO-WORK-020 - Title` and what stands under it. */
export interface WorkItem {
  readonly document: Document;
  readonly id: Name;
  /** Where the id stands in the heading. */
  readonly at: Place;
  readonly title: string;
  /** Every status that it states: one, in an item that is in order. */
  readonly statuses: readonly ItemEntry[];
  /** The status, where there is exactly one and the policy knows it. */
  readonly status: Name | undefined;
  readonly acceptance: readonly ItemEntry[];
  readonly blockers: readonly ItemEntry[];
  readonly evidence: readonly ItemEntry[];
  /** Labels that stand there, entries or not: `Acceptance:`. */
  readonly labels: ReadonlySet<'status' | 'acceptance' | 'blockers' | 'evidence'>;
}

/** A document of kind `work-items`. */
export interface WorkItems {
  readonly document: Document;
  readonly items: readonly WorkItem[];
  /** Headings that look like an item's but are not of its shape: `## CTO-WORK-20: Title`. */
  readonly malformed: readonly Place[];
}

type Label = keyof Work['labels'];

/** `Blocked by:` → the label, whatever the case; the colon may be full-width and the word bold. */
function labelOf(text: string, work: Work): { label: Label; rest: string; offset: number } | undefined {
  const match = /^\s{0,8}([^:：]{1,40}?)\s{0,8}[:：]\s{0,8}/u.exec(text);
  if (!match) return undefined;
  const wanted = skeleton(match[1]!);
  for (const label of ['status', 'acceptance', 'blockers', 'evidence'] as const) {
    if (skeleton(work.labels[label]) === wanted)
      return { label, rest: text.slice(match[0].length), offset: match[0].length };
  }
  return undefined;
}

function withoutStop(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('.') && !trimmed.endsWith('..') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function entry(document: Document, prose: Prose, offset = 0): ItemEntry {
  const text = prose.text.slice(offset);
  const lead = text.length - text.trimStart().length;
  const value = withoutStop(text);
  return {
    text: value,
    place: placeOf(document.file, prose.at(offset + lead, offset + lead + value.length)),
  };
}

/** The item heading that a block stands under, be it directly or under a heading of its own. */
function itemHeading(
  section: Heading | undefined,
  headings: ReadonlyMap<Heading, unknown>,
  malformed: ReadonlySet<Heading>,
): Heading | undefined {
  for (let heading = section; heading !== undefined; heading = heading.parent) {
    // What stands under a heading that looks like an item's is not the item's before it.
    if (malformed.has(heading)) return undefined;
    if (headings.has(heading)) return heading;
  }
  return undefined;
}

export function readWorkItems(document: Document, work: Work): WorkItems {
  const shape = new RegExp(`^(${work.prefix}\\d{${work.digits}})\\s{1,4}[-–—]\\s{1,4}(\\S.{0,300})$`, 'u');
  const resembling = skeleton(work.prefix);
  const malformed = new Set<Heading>();
  const heads = new Map<Heading, { id: Name; title: string; span: Span }>();
  for (const heading of document.markdown?.headings ?? []) {
    const text = heading.prose.text.trim();
    const lead = heading.prose.text.indexOf(text);
    const match = shape.exec(text);
    const id = match ? toName(match[1]!) : undefined;
    if (match && id !== undefined && heading.depth === 2) {
      heads.set(heading, { id, title: match[2]!, span: heading.prose.at(lead, lead + id.length) });
    } else if (skeleton(text).startsWith(resembling)) {
      malformed.add(heading);
    }
  }
  const blocks = new Map<Heading, Block[]>([...heads.keys()].map((heading) => [heading, []]));
  for (const block of document.markdown?.blocks ?? []) {
    const heading = block.quoted ? undefined : itemHeading(block.section, blocks, malformed);
    if (heading) blocks.get(heading)!.push(block);
  }
  const items = [...heads].map(([heading, head]) => readItem(document, work, head, blocks.get(heading)!));
  const places = [...malformed].map(({ prose }) => placeOf(document.file, prose.at(0, prose.text.length)));
  return { document, items, malformed: places };
}

function readItem(
  document: Document,
  work: Work,
  head: { id: Name; title: string; span: Span },
  blocks: readonly Block[],
): WorkItem {
  const lists: Record<Label, ItemEntry[]> = { status: [], acceptance: [], blockers: [], evidence: [] };
  const labels = new Set<Label>();
  for (const block of blocks) {
    // Nothing is left of it but what was struck out.
    if (block.prose.text.trim() === '') continue;
    const own = labelOf(block.prose.text, work);
    if (own) {
      labels.add(own.label);
      if (own.rest.trim() !== '') lists[own.label].push(entry(document, block.prose, own.offset));
      else if (own.label === 'status') lists.status.push(entry(document, block.prose, own.offset));
      continue;
    }
    const label = block.label && labelOf(block.label.text, work);
    const underHeading = block.section && labelOf(`${block.section.prose.text.trim()}:`, work);
    const list = block.type === 'item' ? (label ?? underHeading) : undefined;
    if (list) {
      labels.add(list.label);
      lists[list.label].push(entry(document, block.prose));
    }
  }
  const only = lists.status.length === 1 ? lists.status[0]!.text : undefined;
  return {
    document,
    id: head.id,
    at: placeOf(document.file, head.span),
    title: head.title,
    statuses: lists.status,
    status: work.statuses.find((status) => status === only),
    acceptance: lists.acceptance,
    blockers: lists.blockers,
    evidence: lists.evidence,
    labels,
  };
}
