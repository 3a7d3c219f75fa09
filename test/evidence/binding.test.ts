import { describe, expect, it } from 'vitest';
import { isBoundToRun } from '../../src/evidence/binding.ts';
import { mayBeBound } from '../../src/evidence/structure/may-be-bound.ts';

const at = (words: string): string => `2026-06-02T10:15:04.120Z [INFO ] runner: ${words}`;

describe('a block with a time in milliseconds', () => {
  it.each([
    'case data dir isolated at /tmp/case-data-8fk2',
    'cwd=/home/ci/work',
    'writes to "/var/folders/x9k2m4/T"',
    'span 3f2b8c1e-5d1a-4a0b-9f0a-7c1d2e3f4a5b',
  ])('is bound by %s', (words) => {
    expect(isBoundToRun(at(words))).toBe(true);
    expect(mayBeBound(at(words))).toBe(true);
    expect(isBoundToRun(words)).toBe(false);
  });

  it.each([
    'writes to /tmp',
    'writes to /tmp/cache and /srv/www',
    'GET /tmp-8fk2/x 200',
    'https://example.org/home/page2024 200',
    'mounts /usr/lib/x86_64 and /etc/a1b2c3',
  ])('is not by %s', (words) => expect(isBoundToRun(at(words))).toBe(false));
});
