import { createHash } from 'node:crypto';
import { schema } from '../../rules/admission/schema.ts';
import { REFUSED } from '../disk/refusal.ts';
import { readDecision } from '../gate/decision.ts';
import { type Readers, readAdmission } from '../gate/documents.ts';
import { hitsIn } from '../gate/rule-faults.ts';
import { wholeAdmission } from '../gate/whole-admission.ts';
import type { ObjectId } from '../git/object-id.ts';
import { readObject } from '../git/objects/objects.ts';
import type { Repository } from '../git/repository/repository.ts';
import { nearestDecision } from '../route/admission.ts';
import type { Route } from '../route/route.ts';
import type { AdmissionFacts } from './facts.ts';

/** One that is named: it has to be whole, and where a record is committed, in nothing contradict it. */
async function namedAdmission(path: string, route: Route, readers: Readers): Promise<AdmissionFacts> {
  const given = await readAdmission(path, readers);
  if (given.state === 'unnamed')
    return { digest: undefined, admission: undefined, fault: 'No admission was found.' };
  if (given.state === 'refused')
    return { digest: undefined, admission: undefined, fault: `The admission ${REFUSED[given.refusal]}.` };
  const { digest } = given;
  const admission = wholeAdmission(given);
  const none = (fault: string): AdmissionFacts => ({ digest, admission: undefined, fault });
  if (admission === undefined) return none(given.faults[0] ?? 'The admission is not of its format.');
  if (route.records.length === 0) return { digest, admission, fault: undefined };
  const { decided, differing } = readDecision(route, admission, readers.policy);
  if (decided?.record === undefined) return none('At HEAD no branch is decided, so nothing is admitted.');
  if (differing.length > 0) return none('The admission differs from the decision at HEAD.');
  return { digest, admission, fault: undefined };
}

/** One that is committed: the first that is whole, and in nothing contradicts what is decided. */
async function committedAdmission(
  route: Route,
  repository: Repository,
  { policy }: Readers,
): Promise<AdmissionFacts> {
  const faulty = new Set(hitsIn(route, [schema], policy).map(({ problem }) => problem.at.file));
  const found = route.admissions.find(
    ({ value, document }) =>
      value !== undefined &&
      !faulty.has(document.file) &&
      nearestDecision(value, route.decisions, policy)?.differing.length === 0,
  );
  if (found?.value === undefined)
    return {
      digest: undefined,
      admission: undefined,
      fault: 'No admission is named, and at HEAD none agrees with a decision.',
    };
  const maxBytes = policy.limits.fileBytes;
  const bytes = await readObject(repository, found.document.file.blob as ObjectId, 'blob', { maxBytes });
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    admission: found.value,
    fault: undefined,
  };
}

/** The file that is named, by option or variable; else the route's. Never what the run says of itself. */
export async function findAdmission(
  path: string | undefined,
  route: Route,
  repository: Repository,
  readers: Readers,
): Promise<AdmissionFacts> {
  return path === undefined
    ? await committedAdmission(route, repository, readers)
    : await namedAdmission(path, route, readers);
}
