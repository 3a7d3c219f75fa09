import { parse } from 'yaml';
import type { Survey } from '../survey.ts';
import { type Diagnosis, fine, ill } from './diagnosis.ts';

const GITHUB = /^\.github\/workflows\/[^/]+\.ya?ml$/;

interface Step {
  readonly uses?: unknown;
  readonly run?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jobsOf(text: string): readonly (readonly Step[])[] | undefined {
  let data: unknown;
  try {
    data = parse(text, { prettyErrors: false, maxAliasCount: 100 });
  } catch {
    // Not YAML: the runner refuses it as well. The library's message quotes the file.
    return undefined;
  }
  if (!isRecord(data) || !isRecord(data.jobs)) return [];
  return Object.values(data.jobs).map((job) =>
    isRecord(job) && Array.isArray(job.steps) ? (job.steps as unknown[]).filter(isRecord) : [],
  );
}

const MENTIONS = /\bcto-lint\b/;

/** `uses: actions/checkout` without `fetch-depth: 0` has one commit, and no base to compare with. */
function isShallow(steps: readonly Step[]): boolean {
  const judging = steps.findIndex(({ uses, run }) => MENTIONS.test(`${uses} ${run}`));
  if (judging < 0) return false;
  const text = `${steps[judging]!.run ?? '--range'} ${steps[judging]!.uses ?? ''}`;
  if (!/--range|--history|uses|cto-lint@/.test(text)) return false;
  return steps
    .slice(0, judging)
    .some(
      ({ uses, with: inputs }) =>
        /^actions\/checkout@/.test(String(uses)) && String(inputs?.['fetch-depth']) !== '0',
    );
}

/** The check in CI: that there is one, and that it has the commits that it judges. */
export function diagnoseWorkflows({ paths, read }: Survey): readonly Diagnosis[] {
  const gitlab = paths.has('.gitlab-ci.yml') ? read('.gitlab-ci.yml') : undefined;
  const workflows = [...paths].filter((path) => GITHUB.test(path)).sort();
  const judging = workflows.filter((path) => MENTIONS.test(read(path) ?? ''));
  const inGitlab = gitlab !== undefined && MENTIONS.test(gitlab);
  if (judging.length === 0 && !inGitlab) {
    const says = 'No check in CI runs cto-lint, and a hook can be skipped: nothing decides.';
    return [ill('ci-missing', says, 'cto-lint init')];
  }
  const found: Diagnosis[] = [];
  for (const path of judging) {
    const jobs = jobsOf(read(path) ?? '');
    if (jobs === undefined) found.push(ill('ci-broken', `${path} is not valid YAML.`, `mend ${path}`));
    else if (jobs.some(isShallow))
      found.push(
        ill(
          'ci-shallow',
          `${path} checks out one commit only, so the range that is to be judged is not there.`,
          `add \`with: { fetch-depth: 0 }\` to actions/checkout in ${path}`,
        ),
      );
  }
  if (inGitlab && !/GIT_DEPTH["']?\s{0,9}:\s{0,9}["']?0\b/.test(gitlab))
    found.push(
      ill(
        'ci-shallow',
        '.gitlab-ci.yml fetches a few commits only, so a longer range is not there.',
        'add `variables: { GIT_DEPTH: "0" }` to the job in .gitlab-ci.yml',
      ),
    );
  return found.length > 0 ? found : [fine('ci', `${inGitlab ? 'GitLab CI' : judging[0]} runs cto-lint.`)];
}
