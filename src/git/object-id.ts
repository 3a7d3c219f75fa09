import { createHash } from 'node:crypto';

declare const brand: unique symbol;

/** A full object id, in lower case. Only such a one reaches git's command line: it can be no option and no pattern. */
export type ObjectId = string & { readonly [brand]: 'ObjectId' };

export type ObjectFormat = 'sha1' | 'sha256';

const SHAPE = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** `undefined` where the text is no full id. */
export function toObjectId(text: string): ObjectId | undefined {
  return SHAPE.test(text) ? (text as ObjectId) : undefined;
}

/** `0000…`: no object, in the lines of hooks and in CI's variables. */
export function isZeroId(id: string): boolean {
  return SHAPE.test(id) && /^0+$/.test(id);
}

/** The id that git gives to these bytes. */
export function hashObject(format: ObjectFormat, type: 'blob' | 'tree', bytes: Buffer): ObjectId {
  return createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex') as ObjectId;
}
