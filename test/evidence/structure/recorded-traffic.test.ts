import { describe, expect, it } from 'vitest';
import { evidenceFileKind } from '../../../src/evidence/file-kind.ts';
import { findEvidenceStructure } from '../../../src/evidence/structure/structure.ts';
import { RUN } from '../run.ts';

const ID = '0190163d-8694-739b-aea5-966c26f8ad91';
const EVENTS = [1, 2, 3]
  .map((n) => JSON.stringify({ event_id: ID, timestamp: `2026-03-01T10:15:0${n}.123Z`, type: 'page_view' }))
  .join('\\n');

const certainties = (text: string) => findEvidenceStructure(text).map(({ certainty }) => certainty);

const RECORDINGS: readonly [string, (body: string) => string][] = [
  [
    'vcrpy',
    (body) => `interactions:\n- request:\n    body: null\n  response:\n    body:\n      string: '${body}'\n`,
  ],
  [
    'VCR',
    (body) => `---\nhttp_interactions:\n- request:\n    method: get\n  response:\n    body: '${body}'\n`,
  ],
  [
    'go-vcr',
    (body) => `---\nversion: 2\ninteractions:\n    - id: 0\n      response:\n        body: '${body}'\n`,
  ],
  [
    'Betamax',
    (body) => `{"http_interactions": [{"response": {"body": {"string": ${JSON.stringify(body)}}}}]}`,
  ],
  ['a HAR', (body) => `{"log": {"version": "1.2", "entries": [{"text": ${JSON.stringify(body)}}]}}`],
  ['nock', (body) => `[{"scope": "https://api.example.org:443", "response": ${JSON.stringify(body)}}]`],
];

describe('a recording of requests', () => {
  it.each(RECORDINGS)('of %s binds nothing by ids and times', (_, record) => {
    expect(certainties(record(EVENTS))).toEqual(['likely']);
    expect(evidenceFileKind('cassettes/a.yaml', record(EVENTS))).toBeUndefined();
  });

  it.each(RECORDINGS)('of %s binds by the name of a run', (_, record) => {
    expect(certainties(record(EVENTS.replace('page_view', `page_view", "run_id": "${RUN}`)))).toEqual([
      'certain',
    ]);
  });

  it.each([
    ['a recording in the middle', (body: string) => `# A\n\ninteractions:\n- request: '${body}'\n`],
    ['a list of another name', (body: string) => `events:\n- body: '${body}'\n`],
  ])('is not %s', (_, write) => {
    expect(certainties(write(EVENTS))).toEqual(['certain']);
  });
});
