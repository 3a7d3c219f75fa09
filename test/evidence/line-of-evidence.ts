import fc from 'fast-check';

/** Pieces that lines of evidence are made of, so that the patterns have something to fit. */
export const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2026-06-02T10:15:03.123Z',
        '10:15:03',
        ' INFO ',
        'WARN: ',
        'run_id: ',
        'status=pass ',
        '"ts":',
        '{"',
        '✓ adds 3ms',
        'ok 1 - x',
        'tests 3',
        'at f (/srv/x/a.js:1:2)',
        'at a.b.C(Native Method)',
        'sha256:',
        'report.json ',
        'a'.repeat(32),
        '9f'.repeat(16),
        '1767225600123',
        'time=1 level=info msg="x"',
        'commit ',
        '| ',
        '127.0.0.1 - - [02/Jun/2026:10:15:03 +0000] "GET',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
