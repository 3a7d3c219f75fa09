import { exactMatcher } from '../../policy/glob-matcher.ts';
import { globFault } from '../../policy/globs.ts';
import type { RunFacts } from '../facts.ts';
import type { Shortfall } from '../verdict.ts';

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? (value as string[])
    : undefined;
}

/** Relative, `/`-separated, and without a part that leads elsewhere. */
function staysInside(path: string): boolean {
  return (
    path !== '' &&
    !/^[/~]|^[A-Za-z]:|[\\\0]/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** `src/` means what lies below it. */
function asGlob(path: string): string {
  return path.endsWith('/') ? `${path}**` : path;
}

function usable(glob: string): boolean {
  return globFault(glob) === undefined && staysInside(glob);
}

/** Every file that the report or the patch names lies within the allowed paths. */
export function* allowedWrites({ report, patch }: RunFacts): Generator<Shortfall> {
  const at = (key: string, message: string): Shortfall => ({
    message,
    file: 'report.json',
    line: report.lineOf(key),
  });
  if (report.data.allowed_writes_passed !== true)
    yield at('allowed_writes_passed', '`allowed_writes_passed` is not `true`.');
  const allowed = texts(report.data.allowed_paths)?.map(asGlob);
  if (allowed === undefined || !allowed.every(usable)) {
    yield at('allowed_paths', '`allowed_paths` is no list of relative paths and globs.');
    return;
  }
  const matchers = allowed.map(exactMatcher);
  const outside = (path: string): boolean =>
    !staysInside(path) || !matchers.some((isAllowed) => isAllowed(path));
  const changed = texts(report.data.changed_files) ?? [];
  if (changed.some(outside)) yield at('changed_files', 'A changed file lies outside of `allowed_paths`.');
  if ([...(patch?.changed ?? []), ...(patch?.renamed ?? [])].some(outside))
    yield { message: 'The patch touches a file outside of `allowed_paths`.', file: 'patch.diff', line: 1 };
}

/** The report and the patch name the same files. What a file was called before its renaming may be listed or not. */
export function* changedFiles({ report, patch }: RunFacts): Generator<Shortfall> {
  const line = report.lineOf('changed_files');
  const changed = texts(report.data.changed_files);
  if (changed === undefined) {
    yield { message: '`changed_files` is no list of paths.', file: 'report.json', line };
    return;
  }
  if (patch === undefined) {
    yield { message: 'There is no patch to hold `changed_files` against.', file: 'patch.diff', line: 1 };
    return;
  }
  if (patch.malformed.length > 0)
    yield { message: 'This line belongs to no patch.', file: 'patch.diff', line: patch.malformed[0]! };
  const listed = new Set(changed);
  if (listed.size !== changed.length)
    yield { message: '`changed_files` lists a file twice.', file: 'report.json', line };
  if (changed.some((path) => !patch.changed.has(path) && !patch.renamed.has(path)))
    yield {
      message: '`changed_files` lists a file that the patch does not touch.',
      file: 'report.json',
      line,
    };
  if ([...patch.changed].some((path) => !listed.has(path)))
    yield {
      message: 'The patch touches a file that `changed_files` does not list.',
      file: 'report.json',
      line,
    };
}
