import { defineRule, resembles, wholeFile } from '../../src/rule.ts';

const DATA = /\.(?:jsonc?|jsonl|ndjson|ya?ml)$/i;

/** What can't be judged is said to be so: silence would read as a pass. */
export const unreadable = defineRule({
  id: 'file/unreadable',
  severity: 'error',
  summary: 'What cannot be read, decoded or parsed is reported, never passed over.',
  why: 'A checker that skips what it cannot read is switched off by a stray byte. Whoever wants to hide something would only have to break its file. JSON and YAML of no kind that cannot be parsed, and hold no key of the decision, are passed over: what repositories have of these are templates (`{{ .Values }}`), JSON with comments and the fixtures of parsers. Secrets, targets and evidence are looked for in them as in any text.',
  help: 'Mend the syntax at the place that is named (front matter is YAML between two lines of `---`) and save the file as UTF-8; if it is too large to be judged, or takes too long, raise `limits.fileBytes` or `limits.fileSeconds` in the policy.',
  requirements: ['POL-1'],
  messages: {
    'too-large': 'The file is larger than what is judged.',
    missing: 'The content of this file is not in the repository, so it was not judged.',
    undecodable: 'The bytes of this file are no text in UTF-8, UTF-16 or UTF-32.',
    'timed-out': 'Judging this file took too long and was stopped.',
    'front-matter-unclosed': 'The front matter has no closing `---`.',
    'front-matter-language':
      'The front matter is not YAML: only a plain `---` opens it, and nothing else is read.',
    'front-matter-invalid': 'The front matter is not a YAML mapping that can be read.',
    'front-matter-not-first': 'The front matter does not begin at the first character of the file.',
    'not-json': 'This is not valid JSON.',
    'not-yaml': 'This is not valid YAML.',
    'not-jsonl': 'This line is not one JSON value.',
    'duplicate-key': 'This key stands twice in one mapping.',
    'odd-key': 'This key is not a plain string.',
    'odd-value': 'This value has a tag that gives it another meaning than what is written.',
    'merge-key': 'Merge keys are not read: write the fields out.',
    'too-deep': 'This is nested too deeply to be judged.',
    aliases: 'There are more aliases here than are followed.',
  },
  examples: {
    good: { path: 'route/.sot/plan.md', text: '---\ntitle: Plan\n---\n\n# Plan\n' },
    bad: { path: 'route/.sot/plan.md', text: '---js\n1\n---\n' },
  },
  each: ['file', 'document'],
  mentions: ({ decision }) => (decision ? [decision.status] : []),
  *check(subject, { decision }) {
    if ('faults' in subject) {
      const { faults, kinds, fields } = subject;
      const key = decision?.status;
      // A file of no kind may be a fixture of broken JSON, or begin with a line across the page. It counts where it
      // states a decision, or, being data, holds the key in what could not be read; and where its front matter is code,
      // since what runs that does not ask for kinds.
      const counts =
        kinds.length > 0 ||
        (key !== undefined &&
          (fields.some((field) => field.key === key || resembles(field.key, key)) ||
            (DATA.test(subject.file.path) && subject.file.text.includes(key))));
      for (const { fault, start, end } of faults) {
        if (counts || fault === 'front-matter-language' || fault === 'timed-out')
          yield { at: subject.at({ start, end }), message: fault };
      }
      // Readers of lines skip the ones that they can't read: there, a broken one hides itself in any file.
      const broken = faults.find(({ fault }) => fault === 'not-jsonl');
      if (!counts && broken) yield { at: subject.at(broken), message: 'not-jsonl' };
    } else if (subject.unreadable !== undefined) {
      yield { at: wholeFile(subject), message: subject.unreadable };
    }
  },
});
