import type { z } from 'zod';
import { toName } from '../name.ts';
import { nearest } from '../suggestion.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;
type Sized = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

const HELP = 'See `cto-lint explain policy` for the keys of a policy.';

/** Keys of a policy file may be misspelt secrets; only what looks like a key is repeated in a message. */
function isKeyLike(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z_-]{0,39}$/.test(text);
}

function named(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the policy';
  const parts = path.map((part) => (typeof part === 'number' ? part : (toName(String(part)) ?? '…')));
  return `\`${parts.join('.')}\``;
}

/** `is missing`, `are missing`: of one mapping all at once. */
function missing(issue: Issue, issues: readonly Issue[]): string {
  const parent = issue.path.slice(0, -1).join('.');
  const paths = issues
    .filter((one) => isMissing(one) && one.path.slice(0, -1).join('.') === parent)
    .map(({ path }) => named(path));
  const last = paths.pop();
  return paths.length === 0 ? `${last} is missing.` : `${paths.join(', ')} and ${last} are missing.`;
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

function ofSize(issue: Sized): string {
  const { origin, inclusive = true } = issue;
  const isLeast = issue.code === 'too_small';
  const size = isLeast ? issue.minimum : issue.maximum;
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : '';
  if (unit === '')
    return `is to be ${inclusive ? (isLeast ? 'at least' : 'at most') : isLeast ? 'more than' : 'less than'} ${size}.`;
  const units = Number(size) === 1 ? unit : unit === 'entry' ? 'entries' : `${unit}s`;
  return `is to have at ${isLeast ? 'least' : 'most'} ${size} ${units}.`;
}

/** Patterns of the schema say in words of ours what they want; the library's own words are not repeated. */
function ofShape({ message }: Pick<Issue, 'message'>): string {
  return message.startsWith('Invalid')
    ? 'is not of the shape it must have.'
    : `is not of the shape it must have: ${message}.`;
}

/** Values of the schema, never of the file. */
function oneOf(values: unknown): string {
  return Array.isArray(values)
    ? `one of: ${values.map(String).join(', ')}`
    : 'of none of the shapes it may have';
}

function describe(issue: Issue, issues: readonly Issue[]): string {
  const where = named(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      if (isKeyLike(key)) return `${where} has no key \`${key}\`.`;
      return `${issue.path.length === 0 ? 'The policy' : where} has an unknown key.`;
    }
    case 'invalid_type':
      return isMissing(issue)
        ? missing(issue, issues)
        : `${where} is to be ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `${where} is ${oneOf(issue.values)}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `${where} is to be a date like 2027-01-31.`
        : `${where} ${ofShape(issue)}`;
    case 'invalid_key':
      return `a key of ${named(issue.path.slice(0, -1))} ${ofShape(issue.issues[0] ?? issue)}`;
    case 'too_small':
    case 'too_big':
      return `${where} ${ofSize(issue)}`;
    case 'invalid_union':
      return `${where} is ${oneOf('options' in issue ? issue.options : undefined)}.`;
    default:
      return `${where} is not valid.`;
  }
}

/** A key that is misspelt is missing, too: the misspelling says more. */
function foremost(issues: readonly Issue[]): Issue {
  const [first] = issues as readonly [Issue, ...Issue[]];
  const parent = first.path.slice(0, -1).join('.');
  const unknown = issues.find(({ code, path }) => code === 'unrecognized_keys' && path.join('.') === parent);
  return (isMissing(first) ? unknown : undefined) ?? first;
}

/** What is wrong with a policy by its schema: where, for an unknown key by its name, and the way out. */
export function schemaFault(issues: readonly Issue[]): {
  readonly path: readonly PropertyKey[];
  readonly key: string | undefined;
  readonly message: string;
  readonly help: string;
} {
  const issue = foremost(issues);
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const near = key !== undefined && isKeyLike(key) ? nearest(key, keysAt(issue.path)) : undefined;
  const help = near === undefined ? HELP : `Did you mean \`${near}\`?`;
  return { path: issue.path, key, message: describe(issue, issues), help };
}
