import type { List, Tree } from '../data/tree.ts';
import type { Field } from '../document.ts';
import type { Heading } from '../markdown/markdown.ts';

/** Where a JSON Schema says what keys there are: a mapping behind one of them describes it, and is no value. */
const DESCRIBING: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions']);

/** Keys of a JSON Schema, and of those made after it, that describe the values of a field. */
const SCHEMA_KEYS: ReadonlySet<string> = new Set(
  'type enum oneOf anyOf const values allowed allowed_values description title default required examples example nullable pattern format minLength maxLength $ref $comment deprecated readOnly label hint help'.split(
    ' ',
  ),
);

/** Keys of a description behind which a value of the field may stand. */
const HOLDING = new Set(['const', 'default', 'values', 'example', 'examples']);

/** What a field is called or is for, as a form or its documentation says. */
const TELLING = new Set(['label', 'title', 'description', 'hint', 'help']);

/** `type: string`, `required: true` */
function isOfSchema(key: string, value: Tree): boolean {
  if (value.kind !== 'scalar') return false;
  return (
    (key === 'required' && typeof value.value === 'boolean') || (key === 'type' && value.value === 'string')
  );
}

/**
 * `{ type: string, enum: [a, b] }` says what a field may hold, `{ label: State, required: true }` how it is asked for:
 * neither holds anything itself.
 */
function isSchema(tree: Tree): boolean {
  if (tree.kind !== 'mapping' || !tree.entries.every(({ key }) => SCHEMA_KEYS.has(key))) return false;
  if (tree.entries.some(({ key, value }) => key === 'enum' && value.kind === 'list')) return true;
  return (
    tree.entries.some(({ key, value }) => isOfSchema(key, value)) &&
    tree.entries.some(({ key }) => TELLING.has(key)) &&
    !tree.entries.some(({ key }) => HOLDING.has(key))
  );
}

/** Every key of a tree with its value: a scalar, a list, which is written `[a, b]`, or a mapping, written `{…}`. */
export function* treeFields(tree: Tree, form: Field['form'], section: Heading | undefined): Generator<Field> {
  // What an alias stands for is one and the same tree, and is told once.
  const seen = new Set<Tree>();
  const rest: { tree: Tree; path: readonly string[] }[] = [{ tree, path: [] }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (seen.has(next.tree)) continue;
    seen.add(next.tree);
    if (next.tree.kind === 'list') {
      for (const item of next.tree.items) rest.push({ tree: item, path: next.path });
    }
    if (next.tree.kind !== 'mapping') continue;
    for (const { key, keySpan, value } of next.tree.entries) {
      const path = [...next.path, key];
      rest.push({ tree: value, path });
      if (isSchema(value) || (value.kind === 'mapping' && DESCRIBING.has(next.path.at(-1) ?? ''))) continue;
      const text = valueText(value);
      yield {
        key,
        value: text,
        keySpan,
        valueSpan: { start: value.start, end: value.end },
        form,
        section,
        path,
        ...(value.kind === 'mapping' ? { isMapping: true as const } : {}),
      };
    }
  }
}

function valueText(value: Tree): string {
  if (value.kind === 'mapping') return '{…}';
  return value.kind === 'list' ? listText(value) : scalarText(value.value);
}

function listText(list: List): string {
  return `[${list.items.map((item) => (item.kind === 'scalar' ? scalarText(item.value) : '…')).join(', ')}]`;
}

/** No value and an empty one are the same to a reader. */
function scalarText(value: string | number | boolean | null): string {
  return value === null ? '' : String(value);
}

/** Every string of a tree, with the place of the scalar. */
export function* stringsOf(
  tree: Tree,
): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  const seen = new Set<Tree>();
  const rest = [tree];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    // One by one: a call takes some hundred thousand arguments at most.
    if (next.kind === 'list') for (const item of next.items) rest.push(item);
    else if (next.kind === 'mapping') for (const { value } of next.entries) rest.push(value);
    else if (typeof next.value === 'string') yield { text: next.value, start: next.start, end: next.end };
  }
}
