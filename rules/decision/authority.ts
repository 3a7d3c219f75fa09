import {
  type Change,
  type DecisionRecord,
  defineRule,
  type Place,
  type Policy,
  wholeFile,
} from '../../src/rule.ts';

type Who = 'author' | 'committer' | 'signature';

function isListed(mail: string, mails: readonly string[] | undefined): boolean {
  return mails === undefined || mails.some((one) => one.toLowerCase() === mail.trim().toLowerCase());
}

/** What the policy of before the change asks of its people, and these are not. */
function* lacking({ authorship, basePolicy }: Change): Iterable<Who> {
  if (authorship === undefined) return;
  const { authors, committers, signers } = authorship.authorities ?? basePolicy.authorities;
  if (!isListed(authorship.authorEmail, authors)) yield 'author';
  if (!isListed(authorship.committerEmail, committers)) yield 'committer';
  if (signers !== undefined && authorship.signature !== 'good') yield 'signature';
}

/** What a record decides, and says that it decided: its prose is no part of it. */
function stateOf({ status, state, remembered, identity }: DecisionRecord): string {
  const pairs = [...state, ...remembered].map(({ key, value }) => [key, value]);
  return JSON.stringify([status, identity, pairs]);
}

function placeOfState(record: DecisionRecord): Place {
  const [status] = record.statuses;
  return status ? record.document.at(status.valueSpan) : record.statePlace;
}

/** Records whose decision differs; one that says what is the safe state anyway decides nothing. */
function* decided({ base, next, authorship }: Change, { decision }: Policy): Iterable<Place> {
  const isOpen = ({ status, history }: DecisionRecord): boolean =>
    status === decision?.undecided && history.length === 0;
  const before = new Map(base.records.map((record) => [record.document.file.path, record]));
  for (const record of next.records) {
    const { path } = record.document.file;
    const was = before.get(path);
    before.delete(path);
    if (authorship?.takenOver.has(path) || (isOpen(record) && (was === undefined || isOpen(was)))) continue;
    if (was === undefined || stateOf(was) !== stateOf(record)) yield placeOfState(record);
  }
  for (const [path, gone] of before) {
    if (!authorship?.takenOver.has(path) && !isOpen(gone)) yield wholeFile(gone.document.file);
  }
}

function* reported({ base, next, authorship }: Change): Iterable<Place> {
  const keyOf = ({ item, run, digest, commit, provider, model }: (typeof next.passReports)[number]): string =>
    JSON.stringify([item.id, run, digest, commit, provider, model]);
  const known = new Set(base.passReports.map(keyOf));
  for (const report of next.passReports) {
    if (!known.has(keyOf(report)) && !authorship?.takenOver.has(report.place.file.path)) yield report.place;
  }
}

/** Whoever may decide is named by the policy as it was before the change. */
export const authority = defineRule({
  id: 'decision/authority',
  severity: 'error',
  summary: 'A decision, and a pass report, come from the people whom the policy names.',
  why: 'Anybody, an agent too, can write that somebody approved. Who made the commit, and whose key signed it, is what git itself can tell.',
  help: 'Have one of the policy’s authorities make the commit, signed where the policy names signers.',
  requirements: ['DEC-15', 'WRK-3'],
  messages: {
    author: 'The author of this commit is none of those who may change a decision.',
    committer: 'The committer of this commit is none of those who may change a decision.',
    signature:
      'The commit that changes this decision has no SSH signature of one of the policy’s signers; other kinds of signatures are not looked at.',
    'author-of-report': 'The author of this commit is none of those who may add a pass report.',
    'committer-of-report': 'The committer of this commit is none of those who may add a pass report.',
    'signature-of-report':
      'The commit that adds this pass report has no SSH signature of one of the policy’s signers; other kinds of signatures are not looked at.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {},
      policy: { authorities: { authors: ['ada@example.com'] } },
      authorEmail: 'ada@example.com',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: local_provider_required.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {},
      policy: { authorities: { authors: ['ada@example.com'] } },
      authorEmail: 'agent@example.com',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: local_provider_required.\n',
    },
  },
  each: 'change',
  *check(change, policy) {
    for (const who of lacking(change)) {
      for (const at of decided(change, policy)) yield { at, message: who };
      for (const at of reported(change)) yield { at, message: `${who}-of-report` as const };
    }
  },
});
