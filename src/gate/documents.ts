import { schema as admissionSchema } from '../../rules/admission/schema.ts';
import { report as buildReportRule } from '../../rules/build/report.ts';
import type { Detect } from '../check/detectors.ts';
import type { Refusal } from '../disk/refusal.ts';
import type { Document } from '../documents/document.ts';
import {
  type AdmissionData,
  admissionFormat,
  type BuildReportData,
  generatedConfigFormat,
  type LocalAdapterData,
  localAdapterFormat,
} from '../documents/kinds/formats.ts';
import { readStructured, type Structured } from '../documents/kinds/structured.ts';
import type { IsForbidden } from '../git/follow.ts';
import type { Policy } from '../policy/policy.ts';
import { buildRoute } from '../route/build-route.ts';
import { unadmittedRoles } from '../route/config-roles.ts';
import { admittedPairs } from '../route/pair.ts';
import { pathsOf } from '../route/paths.ts';
import type { Route } from '../route/route.ts';
import type { Build, DataDirectory, Given } from './facts.ts';
import { commonFaults, readGiven } from './given.ts';
import { hitsIn, sentenceOf } from './rule-faults.ts';

/** What reading the harness's files takes. */
export interface Readers {
  readonly policy: Policy;
  readonly detect: Detect;
  readonly isForbidden: IsForbidden;
}

/** A route of a single document that came from outside, so that rules can be asked about it. */
export async function routeOf(document: Document, policy: Policy): Promise<Route> {
  return await buildRoute(
    { documents: [document], paths: pathsOf(() => []), commits: new Set(), attributes: [] },
    policy,
  );
}

export async function readAdmission(
  path: string | undefined,
  { policy, detect }: Readers,
): Promise<Given<AdmissionData>> {
  if (path === undefined) return { state: 'unnamed' };
  const given = await readGiven(path, 'model-admission.json', 'admission', detect);
  if (typeof given === 'string') return { state: 'refused', refusal: given };
  const { document, digest } = given;
  const { value } = readStructured(document, admissionFormat);
  const hits = hitsIn(await routeOf(document, policy), [admissionSchema], policy);
  return {
    state: 'read',
    digest,
    value,
    faults: [...commonFaults('The admission', document), ...hits.map(sentenceOf)],
  };
}

/** Source, package and pin tell another provider apart from a report that is badly written. */
const OF_IDENTITY: ReadonlySet<string> = new Set(['source', 'package', 'pin']);

function held(
  { document, value }: Structured<BuildReportData>,
  digest: string,
  route: Route,
  policy: Policy,
): Build {
  const hits = hitsIn(route, [buildReportRule], policy).filter(
    ({ problem }) => problem.at.file === document.file,
  );
  return {
    state: 'read',
    digest,
    value,
    faults: [
      ...commonFaults('The build report', document),
      ...hits.filter(({ problem }) => !OF_IDENTITY.has(problem.message)).map(sentenceOf),
    ],
    identityFaults: hits.filter(({ problem }) => OF_IDENTITY.has(problem.message)).map(sentenceOf),
  };
}

/** The report that is named, else those that are committed. */
export async function readBuildReports(
  path: string | undefined,
  committed: Route,
  { policy, detect }: Readers,
): Promise<readonly Build[]> {
  if (path === undefined)
    return committed.buildReports.map((report) => held(report, report.document.file.blob, committed, policy));
  const given = await readGiven(path, 'build-report.json', 'build-report', detect);
  if (typeof given === 'string') return [{ state: 'refused', refusal: given, identityFaults: [] }];
  const route = await routeOf(given.document, policy);
  return route.buildReports.map((report) => held(report, given.digest, route, policy));
}

export async function readConfig(
  path: string,
  admission: AdmissionData | undefined,
  { detect }: Readers,
): Promise<Pick<DataDirectory, 'config' | 'roleFaults'>> {
  const given = await readGiven(path, 'config.json', undefined, detect);
  if (typeof given === 'string') return { config: { state: 'refused', refusal: given }, roleFaults: [] };
  const { document, digest } = given;
  const { value } = readStructured(document, generatedConfigFormat);
  const faults = commonFaults('The config.json', document);
  const roles = value && admission ? unadmittedRoles(value, admittedPairs(admission)) : [];
  return {
    config: { state: 'read', digest, value, faults },
    roleFaults: roles.map(
      () => 'In the config.json a role beside `models.default` names a pair that is not admitted.',
    ),
  };
}

export async function readLocalAdapter(path: string, { detect }: Readers): Promise<Given<LocalAdapterData>> {
  const given: { document: Document; digest: string } | Refusal = await readGiven(
    path,
    'local-adapter.json',
    undefined,
    detect,
  );
  if (typeof given === 'string') return { state: 'refused', refusal: given };
  const { document, digest } = given;
  const { value } = readStructured(document, localAdapterFormat);
  return { state: 'read', digest, value, faults: commonFaults('The local adapter config', document) };
}
