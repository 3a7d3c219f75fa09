import { join } from 'node:path';
import { namedPath } from '../disk/named-path.ts';
import { lookIfAllowed } from '../disk/plain-file.ts';
import { classOf } from '../documents/class-name.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import type { IsForbidden } from '../git/follow.ts';
import type { Name } from '../name.ts';
import type { GatePolicy } from './facts.ts';

interface Where {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

function hasFile(path: string, { env, cwd }: Where, isForbidden: IsForbidden): boolean {
  const home = env.HOME ?? '';
  const text = path.startsWith('~/') ? join(home, path.slice(2)) : path;
  const stats = lookIfAllowed(namedPath('a credentials file of the policy', text, cwd, isForbidden));
  // A credentials file may well be a link (a mounted secret is one); only that something is there is asked.
  return stats !== undefined && (stats.isSymbolicLink() || (stats.isFile() && stats.size > 0n));
}

/**
 * Variables and files of the admitted class that hold nothing; `undefined` where the policy says nothing of the class.
 * Neither a variable's value nor a file's content is read.
 */
export function absentPlaces(
  admission: AdmissionData | undefined,
  policy: GatePolicy,
  where: Where,
  isForbidden: IsForbidden,
): readonly string[] | undefined {
  if (admission === undefined) return undefined;
  const named = classOf(admission.credential_source_class);
  const places = Object.hasOwn(policy.credentials, named) ? policy.credentials[named as Name] : undefined;
  if (places === undefined) return undefined;
  return [
    ...places.variables.filter((name) => !where.env[name]),
    ...places.files.filter((path) => !hasFile(path, where, isForbidden)),
  ];
}
