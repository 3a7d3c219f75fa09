import { emptyScope } from '../check/scopes/nothing.ts';
import { pushScope } from '../check/scopes/push.ts';
import { parsePrePush, parsePreReceive, type RefUpdate } from '../git/ranges/push-lines.ts';
import { assertUpdates, type PushedRef, pushedRefs, type Receiver } from '../git/ranges/push-range.ts';
import type { Repository } from '../git/repository/repository.ts';
import { resolveRevision } from '../git/revision.ts';
import { UsageError } from './failure.ts';
import { judge, type Opened } from './judging/judge.ts';
import type { JudgeOptions } from './judging/judge-options.ts';
import { readAll } from './opening/input.ts';
import { refuseMisnamed } from './opening/misnamed-policy.ts';
import { openHere } from './opening/open-here.ts';
import { commitSnapshot, scopeOptionsFor } from './opening/open-scope.ts';
import type { PolicyPlace } from './opening/policy-place.ts';
import { readPolicy } from './opening/read-policy.ts';
import { formatFiles } from './printing/formats.ts';
import type { ExitCode, Io } from './printing/output.ts';
import { todayOf } from './today.ts';

export interface PushOptions extends JudgeOptions {
  readonly policy?: string;
  readonly policyFrom?: string;
  readonly today?: string;
}

/**
 * A server judges by the policy that its default branch had before the push: a push can't excuse itself. Whoever pushes
 * judges by the policy of what they push, as for a range.
 */
function policyPlace(
  options: PushOptions,
  receiver: Receiver,
  pushed: PushedRef,
  repository: Repository,
): PolicyPlace {
  if (options.policy !== undefined) return { kind: 'file', path: options.policy };
  if (options.policyFrom !== undefined)
    return { kind: 'revision', revision: options.policyFrom, trusted: true };
  if (receiver.hook === 'pre-push' && pushed.range !== undefined) {
    return { kind: 'revision', revision: pushed.range.head };
  }
  return repository.head === undefined
    ? { kind: 'built-in' }
    : { kind: 'revision', revision: repository.head, trusted: true };
}

/** More than a million refs, with names longer than anybody gives them. */
const MAX_INPUT_BYTES = 250_000_000;

async function readLines({ stdin }: Io): Promise<string> {
  const input = await readAll(stdin, MAX_INPUT_BYTES);
  if (input !== 'too-large') return input.toString('latin1');
  throw new UsageError('Standard input holds more than git says of a push.', 'Push fewer refs at once.');
}

async function judgePush(
  parse: (input: string) => readonly RefUpdate[],
  receiver: Receiver,
  options: PushOptions,
  io: Io,
): Promise<ExitCode> {
  const updates = parse(await readLines(io));
  // git starts pre-push with nothing where there is nothing to push; a pre-receive hook always has a line.
  if (receiver.hook === 'pre-receive') assertUpdates(updates, receiver.hook);
  const named = { '--policy': options.policy, '--format': formatFiles(options.format, io.cwd) };
  const repository = await openHere(io, { hook: true, named });
  const today = todayOf(options.today, io.env);
  const opened: Opened[] = [];
  for (const pushed of await pushedRefs(repository, updates, receiver)) {
    const place = policyPlace(options, receiver, pushed, repository);
    const policy = await readPolicy(repository, place, today, io);
    const head = pushed.range?.head;
    const isOwn = place.kind === 'file' || (place.kind === 'revision' && place.trusted !== true);
    if (head !== undefined && !isOwn) await refuseMisnamed(repository, { kind: 'revision', revision: head });
    const commit = place.kind === 'revision' ? await resolveRevision(repository, place.revision) : undefined;
    const trusted = receiver.hook === 'pre-receive' || options.policyFrom !== undefined ? commit : undefined;
    const scope = await pushScope(repository, pushed, await scopeOptionsFor(repository, policy, trusted));
    const policySnapshot =
      commit === undefined ? scope.head : await commitSnapshot(repository, commit, policy);
    // A server's default branch is what others have agreed on, also where a push makes a new branch.
    const after = [pushed.range?.base, receiver.hook === 'pre-receive' ? repository.head : undefined];
    opened.push({
      repository,
      scope,
      policy,
      policySnapshot,
      brought: { after: after.filter((id) => id !== undefined), selection: pushed.selection },
      // On a server nobody looks after what a run leaves behind.
      how: receiver.hook === 'pre-receive' ? { cache: false } : {},
    });
  }
  const [first, ...others] = opened;
  if (first !== undefined) return await judge([first, ...others], options, io);
  const policy = await readPolicy(repository, { kind: 'built-in' }, today, io);
  const nothing = emptyScope('push');
  return await judge([{ repository, scope: nothing, policy, policySnapshot: nothing.head }], options, io);
}

/** For git's `pre-push` hook: every ref on standard input. */
export function prePush(remote: string | undefined, options: PushOptions, io: Io): Promise<ExitCode> {
  return judgePush(parsePrePush, { hook: 'pre-push', remote: remote ?? '' }, options, io);
}

/** For git's `pre-receive` hook: every ref on standard input, objects still in quarantine. */
export function preReceive(options: PushOptions, io: Io): Promise<ExitCode> {
  return judgePush(parsePreReceive, { hook: 'pre-receive' }, options, io);
}
