import { UsageError } from '../failure.ts';

/** Who writes more than this is not waited for. */
const MOST_BYTES = 1_000_000_000;

/**
 * All of a stream's bytes, or `too-large` where there are more than `maxBytes`. No more than these are held at a time; the
 * rest is read all the same, since whoever writes it would fail. What can't be read is a `UsageError`, and never empty.
 */
export async function readAll(
  stream: NodeJS.ReadableStream,
  maxBytes: number,
): Promise<Buffer | 'too-large'> {
  let chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size <= maxBytes) chunks.push(bytes);
      else chunks = [];
      if (size > Math.max(maxBytes, MOST_BYTES)) break;
    }
  } catch {
    throw new UsageError(
      'Standard input cannot be read.',
      'Give a file or a pipe: `cto-lint … < FILE`, or `< /dev/null` where there is nothing.',
    );
  }
  return size > maxBytes ? 'too-large' : Buffer.concat(chunks);
}
