import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoundToRun, MARKERS } from '../../../src/evidence/binding.ts';
import { mayBeBound } from '../../../src/evidence/structure/may-be-bound.ts';
import { findCertainStructure, findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { linesOf } from '../../../src/evidence/text/lines.ts';
import { RUN } from '../run.ts';

const UUID = '0d9f3c1e-8a57-4c1b-9d3e-5b1f7a6c2e40';

/** As a block of a text is read. */
function read(text: string): string {
  return linesOf(text)
    .map((line) => line.text)
    .join('\n');
}

describe('texts in which nothing may belong to a run', () => {
  it.each([
    ['a run', `see ${RUN}`],
    ['every marker', MARKERS.join(' ')],
    ['a path and a UUID', `/home/ada/work ${UUID}`],
    ['a path and a time', '/tmp/run/x 10:15:03.123'],
    ['a UUID and milliseconds', `${UUID} 1780395300123`],
    ['a path of Windows', String.raw`C:\\Users\\ada ${UUID}`],
    ['a path whose slashes are escaped', String.raw`{"at":"\/home\/ada\/x","id":"${UUID}"}`],
    ['a marker whose slash is escaped', String.raw`{"at":"harness-runs\/x"}`],
    ['a letter of a marker by its number', String.raw`{"backend\u005fexit_code":1}`],
    ['the same, in a string within a string', String.raw`{\"backend\\u005fexit_code\":1}`],
    ['the same in HTML', 'backend&#95;exit_code'],
    ['the same in HTML that shows HTML', 'backend&amp;#95;exit_code'],
    ['a blank by percent', 'backend%5fexit_code%20'],
    ['a carriage return within', String.raw`backend_ex\rit_code`],
    ['a colour within', 'backend_\u001b[1mexit_code'],
    ['an escaped colour within', String.raw`backend_\u001b[1mexit_code`],
    ['something unseen within', 'backend_\u200bexit_code'],
  ])('%s may', (_, text) => {
    expect([isBoundToRun(read(text)), mayBeBound(text)]).toEqual([true, true]);
  });

  it.each([
    ['prose', 'The backend ends with a code, and the harness keeps it at 10:15.'],
    ['a path alone', '/home/ada/work'],
    ['a UUID alone', UUID],
    ['a time alone', '10:15:03.123'],
    ['escapes of a string', String.raw`"one\r\ntwo\tthree\"four\\five \u2713"`],
    ['entities', 'a &amp;&amp; b &lt; c'],
    ['names alike', 'exit_code, provider-timeouts, harness_runs/'],
  ])('%s may not', (_, text) => {
    expect([isBoundToRun(read(text)), mayBeBound(text)]).toEqual([false, false]);
  });

  const binding = fc.constantFrom(RUN, UUID, '/home/ada/x', '10:15:03.123', '1780395300123', ...MARKERS);
  const disguise = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll('/', '\\/').replaceAll('-', '\\u002d'),
    (text) => text.replaceAll('_', '&#x5f;').replaceAll(':', '&#58;'),
    (text) => `%20${text.replaceAll('-', '%2D').replaceAll('.', '%2E')}`,
    (text) => `${text.slice(0, 5)}\\r${text.slice(5)}`,
    (text) => `${text.slice(0, 7)}\u001b[0m${text.slice(7)}`,
    (text) => `${text.slice(0, 4)}\u00ad${text.slice(4)}`,
    (text) => text.replaceAll('_', '&amp;#95;').toUpperCase(),
  );
  const piece = fc.oneof(
    fc.tuple(binding, disguise).map(([text, hide]) => hide(text)),
    fc.constantFrom(
      '\n',
      '\r\n',
      ' ',
      '"',
      '`',
      '> ',
      '- ',
      '\\n',
      '\\',
      '&',
      '%',
      'u00',
      'x',
      '1',
      '/',
      ':',
      '(',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('never holds back what belongs to one', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(mayBeBound(text) || !isBoundToRun(read(text))).toBe(true);
        expect(mayBeBound(text) || !isBoundToRun(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const line = fc.tuple(piece, piece, piece).map((pieces) => `2026-07-03T08:15:04Z INFO ${pieces.join(' ')}`);
  const encoded = fc
    .array(line, { minLength: 2, maxLength: 4 })
    .map((lines) => Buffer.from(`${lines.join('\n')}\n`).toString('base64'));

  it('gives what is found, where some of it is certain', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, piece, encoded), { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const found = findEvidenceStructure(text);
        const expected = found.some(({ certainty }) => certainty === 'certain') ? found : [];
        const given = findCertainStructure(text);
        expect(given.length === 0 ? [] : found).toEqual(given);
        expect(expected.length === 0 || given.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
