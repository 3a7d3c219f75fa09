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

/** The ids of the file without content: `git hash-object --stdin </dev/null`, in a repository of each format. */
export const EMPTY_BLOBS: Readonly<Record<ObjectFormat, string>> = {
  sha1: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  sha256: '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
};

/** The id that git gives to these bytes. */
export function hashObject(format: ObjectFormat, type: 'blob' | 'tree', bytes: Buffer): ObjectId {
  return createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex') as ObjectId;
}
