import { describe, expect, it } from 'vitest';
import { unreadable } from '../../../rules/file/unreadable.ts';
import { judge } from '../judge.ts';

describe('what cannot be parsed where it counts', () => {
  it.each([
    ['a/.sot/p.md', '---\ntitle: P\n---\n', []],
    [
      'a/.sot/p.md',
      '---js\n1\n---\n',
      [
        'a/.sot/p.md:1:1 The front matter is not YAML: only a plain `---` opens it, and nothing else is read.',
      ],
    ],
    [
      'notes.md',
      '---javascript\n1\n---\n',
      ['notes.md:1:1 The front matter is not YAML: only a plain `---` opens it, and nothing else is read.'],
    ],
    ['notes.md', '---\n\nA text after a thematic break.\n', []],
    ['x.model-admission.json', '{', ['x.model-admission.json:1:2 This is not valid JSON.']],
    ['other.json', '{', []],
    ['log.jsonl', '{\n  "a": 1\n}\n', ['log.jsonl:1:2 This line is not one JSON value.']],
    ['log.jsonl', '{ "a": 1 } { "a": 2 }\n', ['log.jsonl:1:12 This line is not one JSON value.']],
    ['log.jsonl', '{ "a": 1 }\n\n{ "a": 2 }\n', []],
    ['other.json', '{ "decision_status": "not_decided"', ['other.json:1:35 This is not valid JSON.']],
    ['other.json', '{ "a": 1, }\n{ "decision_status":\n"x" }', ['other.json:1:11 This is not valid JSON.']],
    ['other.json', '{ "a": 1, }\n{ "status":\n"x" }', []],
    [
      'other.yaml',
      `${'['.repeat(150)}{decision_status: x}${']'.repeat(150)}\n`,
      ['other.yaml:1:101 This is nested too deeply to be judged.'],
    ],
    ['other.yaml', `${'['.repeat(90)}{decision_status: not_decided}${']'.repeat(90)}\n`, []],
    ['notes.md', 'About decision_status.\n\n```json\n{ "a": 1, }\n```\n', []],
    [
      'x-build-report.json',
      '{ "a": 1, "a": 2 }',
      ['x-build-report.json:1:11 This key stands twice in one mapping.'],
    ],
  ])('%s %j', async (path, text, expected) => {
    expect(await judge(unreadable, { [path]: text })).toEqual(expected);
  });
});
