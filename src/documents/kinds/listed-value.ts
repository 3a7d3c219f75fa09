import type { Decision } from '../../policy/policy.ts';
import type { Document, Field } from '../document.ts';
import type { Block } from '../markdown/markdown.ts';

/** The keys that hold several references, in any branch. */
export function listedKeys({ branches }: Decision): ReadonlySet<string> {
  return new Set(
    Object.values(branches).flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([key, { is }]) => (is === 'references' ? [key] : [])),
    ),
  );
}

/** `- key: value` is a field of its own. */
const KEY = /^[`*]{0,3}\w[\w -]{0,60}[`*]{0,3}\s?[:=]/;

/** The items right below a key: those of a list within its item, or of the list that its paragraph leads in. */
function itemsBelow(blocks: readonly Block[], field: Field): readonly Block[] {
  const own = blocks.findIndex(({ start, end }) => start <= field.keySpan.start && field.keySpan.end <= end);
  const owner = blocks[own];
  if (owner === undefined) return [];
  const below: Block[] = [];
  for (const block of blocks.slice(own + 1)) {
    const isBelow =
      block.type === 'item' && block.depth === owner.depth + 1 && block.section === owner.section;
    if (!isBelow || KEY.test(block.prose.text)) break;
    below.push(block);
  }
  return below;
}

/** The value of a key whose elements stand in a list below it, as if they stood behind it: `a.md, b.md`. */
export function withListedValue(document: Document, field: Field): Field {
  const isShown = field.form === 'item' || field.form === 'paragraph';
  if (!isShown || field.value.trim() !== '') return field;
  const items = itemsBelow(document.markdown?.blocks ?? [], field);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return field;
  const value = items.map(({ prose }) => prose.text.trim().replace(/[.,;]$/, '')).join(', ');
  return { ...field, value, valueSpan: { start: first.prose.at(0, 1).start, end: last.prose.end } };
}
