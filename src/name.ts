declare const brand: unique symbol;

/**
 * A string that may stand in a message: an id, an enum member, a key of the policy. Only a tight pattern makes one,
 * so that quoting a document's text (which may hold a secret) in a message does not compile.
 */
export type Name = string & { readonly [brand]: 'Name' };

const SHAPE = /^[A-Za-z0-9][A-Za-z0-9 ._/:@#()-]{0,79}$/;

/** `undefined` where the text is not of a name's shape. Never call it on free text of a document. */
export function toName(text: string): Name | undefined {
  return SHAPE.test(text) ? (text as Name) : undefined;
}

/** For constants of our own. Throws on a shape that no name has, so that a mistake is seen by the first test. */
export function nameOf(text: string): Name {
  const name = toName(text);
  if (name === undefined) throw new TypeError('not of the shape of a name');
  return name;
}

/** The keys of a mapping of the policy, whose schema made names of them. */
export function keysOf<T>(mapping: Readonly<Record<Name, T>>): readonly Name[] {
  return Object.keys(mapping) as Name[];
}
