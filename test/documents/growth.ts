/** Milliseconds of processor time: other workers on the machine don't count. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as long `read` takes on eight times the text: about 8 where time grows with the text, 64 where it grows
 * with its square. Below a few milliseconds nothing is told, and nothing is to be feared.
 */
export function growth(piece: string, length: number, read: (text: string) => unknown): number {
  const texts = [length, 8 * length].map((size) => piece.repeat(Math.ceil(size / piece.length)));
  read(texts[0]!);
  const [small, large] = texts.map((text) => cost(() => read(text)));
  return large! / Math.max(small!, 4);
}
