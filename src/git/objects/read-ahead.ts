/** Bytes that wait to be asked for; what writes more waits itself. */
const MOST = 8 * 1024 * 1024;

/**
 * Chunks read before they are asked for, so that what writes them works meanwhile. A failure is thrown behind the chunks
 * that came before it. Who leaves early has to end what writes them.
 */
export function readAhead(
  chunks: AsyncIterable<Buffer>,
  most = MOST,
): AsyncGenerator<Buffer, void, undefined> {
  const held: Buffer[] = [];
  let size = 0;
  let ended: { readonly error?: unknown } | undefined;
  let wake: () => void = () => undefined;
  const changed = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  const read = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        held.push(chunk);
        size += chunk.length;
        wake();
        while (size > most) await changed();
      }
      ended = {};
    } catch (error) {
      ended = { error };
    }
    wake();
  };
  void read();

  return (async function* () {
    for (;;) {
      const chunk = held.shift();
      if (chunk !== undefined) {
        size -= chunk.length;
        wake();
        yield chunk;
      } else if (ended === undefined) await changed();
      else if ('error' in ended) throw ended.error;
      else return;
    }
  })();
}
