import { malformed } from '../git-error.ts';
import { type ObjectId, toObjectId } from '../object-id.ts';

const STEP = 'reading a commit or tag';

/** `Name <mail> 1767225600 +0000`, as bytes: whatever somebody put there. */
export interface Commit {
  readonly parents: readonly ObjectId[];
  readonly author: Buffer;
  readonly committer: Buffer;
  /** What the message says that it is encoded in; UTF-8 where it says nothing. */
  readonly encoding: string | undefined;
  /** Every other header with its continued lines: `gpgsig`, `mergetag` (a tag with its message), or anything at all. */
  readonly otherHeaders: Buffer;
  /** To the end, also behind a NUL, where `git log` stops. */
  readonly message: Buffer;
}

/** An annotated tag. */
export interface Tag {
  /** What it points to: a commit mostly, but a blob, a tree or another tag as well. */
  readonly object: ObjectId;
  readonly type: string;
  readonly name: Buffer;
  readonly tagger: Buffer;
  readonly otherHeaders: Buffer;
  readonly message: Buffer;
}

interface Header {
  readonly key: string;
  readonly value: Buffer;
  /** The whole header with its continued lines, each of which begins with a space, and its newline. */
  readonly raw: Buffer;
}

function headersOf(bytes: Buffer): { headers: readonly Header[]; message: Buffer } {
  const headers: Header[] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0x0a) {
    let end = bytes.indexOf(0x0a, at);
    while (end >= 0 && bytes[end + 1] === 0x20) end = bytes.indexOf(0x0a, end + 1);
    if (end < 0) end = bytes.length;
    const raw = bytes.subarray(at, Math.min(end + 1, bytes.length));
    const space = raw.indexOf(0x20);
    const key = space < 0 ? '' : raw.toString('latin1', 0, space);
    headers.push({ key, value: bytes.subarray(at + space + 1, end), raw });
    at = end + 1;
  }
  return { headers, message: bytes.subarray(Math.min(at + 1, bytes.length)) };
}

/** The first of each key is what git takes; a second one is an odd header like any other. */
function sorted(headers: readonly Header[], keys: readonly string[]) {
  const known = new Map<string, Buffer>();
  const others: Buffer[] = [];
  for (const { key, value, raw } of headers) {
    if (keys.includes(key) && !known.has(key)) known.set(key, value);
    else others.push(raw);
  }
  return { known, otherHeaders: Buffer.concat(others) };
}

const NOTHING = Buffer.alloc(0);

/** The raw bytes of a commit object. */
export function parseCommit(bytes: Buffer): Commit {
  const { headers, message } = headersOf(bytes);
  const parents: ObjectId[] = [];
  const rest = headers.filter(({ key, value }) => {
    const id = key === 'parent' ? toObjectId(value.toString('latin1')) : undefined;
    if (id !== undefined) parents.push(id);
    return id === undefined;
  });
  const { known, otherHeaders } = sorted(rest, ['tree', 'author', 'committer', 'encoding']);
  return {
    parents,
    author: known.get('author') ?? NOTHING,
    committer: known.get('committer') ?? NOTHING,
    encoding: known.get('encoding')?.toString('latin1'),
    otherHeaders,
    message,
  };
}

/** The raw bytes of a tag object. */
export function parseTag(bytes: Buffer): Tag {
  const { headers, message } = headersOf(bytes);
  const { known, otherHeaders } = sorted(headers, ['object', 'type', 'tag', 'tagger']);
  const object = toObjectId(known.get('object')?.toString('latin1') ?? '');
  if (object === undefined) throw malformed(STEP);
  return {
    object,
    type: known.get('type')?.toString('latin1') ?? '',
    name: known.get('tag') ?? NOTHING,
    tagger: known.get('tagger') ?? NOTHING,
    otherHeaders,
    message,
  };
}
