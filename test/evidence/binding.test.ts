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

describe('a time in milliseconds', () => {
  const withId = (time: string): string => `"${time}", "0190163d-8694-739b-aea5-966c26f8ad91"`;

  it.each(['2026-03-01 10:15:03.123', '10:15:03,123', '2017-01-01T10:15:03.123Z'])(
    'is a mark of a run: %s',
    (time) => expect(isBoundToRun(withId(time))).toBe(true),
  );

  it.each(['2000-01-02 03:04:05.060708', '1999-12-31T23:59:59.999Z', '2016-12-31 23:59:59.999'])(
    'is none of a clock that a test has stopped: %s',
    (time) => expect(isBoundToRun(withId(time))).toBe(false),
  );
});
