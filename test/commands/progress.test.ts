import { Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressOn } from '../../src/commands/progress.ts';

const MB = 1024 * 1024;
afterEach(() => {
  vi.useRealTimers();
});

/** What a reading of ten steps, 100 ms each, shows. */
function shown(isTerminal: boolean): string {
  vi.useFakeTimers();
  let text = '';
  const stderr = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const terminal = { out: false, err: isTerminal, columns: 80 };
  const { report, clear } = progressOn({ stderr, terminal });
  for (let step = 1; step <= 5; step += 1) {
    vi.advanceTimersByTime(100);
    report(step * 100 * MB, 1000 * MB);
  }
  clear();
  return text;
}

describe('how far a long reading is', () => {
  it('is shown on a terminal, five times a second at most, and gone at the end', () => {
    expect(shown(true)).toBe('\r200 of 1000 MB read\u001b[K\r400 of 1000 MB read\u001b[K\r\u001b[K');
  });

  it('is shown nowhere else', () => {
    expect(shown(false)).toBe('');
  });
});
