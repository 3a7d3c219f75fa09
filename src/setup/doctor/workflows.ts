import { mentionsTool } from '../continuous-integration.ts';
import { GITLAB_FILE } from '../gitlab-job.ts';
import type { Survey } from '../survey.ts';
import { type Answer, githubAnswers, gitlabAnswers, isRecord, MENTIONS, readYaml } from './ci-jobs.ts';
import { type Diagnosis, fine, ill, unsure } from './diagnosis.ts';

const GITHUB = /^\.github\/workflows\/[^/]+\.ya?ml$/;

interface Step {
  readonly uses?: unknown;
  readonly run?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

function jobsOf(data: unknown): readonly (readonly Step[])[] {
  if (!isRecord(data) || !isRecord(data.jobs)) return [];
  return Object.values(data.jobs).map((job) =>
    isRecord(job) && Array.isArray(job.steps) ? (job.steps as unknown[]).filter(isRecord) : [],
  );
}

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

/** What is wrong where no step's answer decides, behind the file's path. */
const FAULTS: Readonly<Partial<Record<Answer, string>>> = {
  none: 'names cto-lint, and has no step in which it judges.',
  ignored: 'goes on where cto-lint refuses: the step or the job may fail.',
};
const PASSED_OVER = 'has cto-lint judge, and ends well where it refuses.';

/** Whether one step at least turns the check red. */
function diagnoseAnswers(path: string, answers: readonly Answer[]): readonly Diagnosis[] {
  if (answers.includes('decides')) return [];
  const fault = answers.find((answer) => answer !== 'none') ?? 'none';
  if (fault === 'unknown') {
    const says = `${path} names cto-lint; whether it fails where cto-lint refuses can't be told from it.`;
    return [unsure('ci-not-told', says, 'propose something that it should refuse')];
  }
  const mend = `have a step of ${path} end with the exit code of: cto-lint --range auto --policy-from auto`;
  return [ill('ci-decides-nothing', `${path} ${FAULTS[fault] ?? PASSED_OVER}`, mend)];
}

function diagnoseWorkflow(path: string, text: string): readonly Diagnosis[] {
  const data = readYaml(text);
  if (data === undefined) return [ill('ci-broken', `${path} is not valid YAML.`, `mend ${path}`)];
  if (!jobsOf(data).some(isShallow)) return diagnoseAnswers(path, githubAnswers(data));
  return [
    ill(
      'ci-shallow',
      `${path} checks out one commit only, so the range that is to be judged is not there.`,
      `add \`with: { fetch-depth: 0 }\` to actions/checkout in ${path}`,
    ),
    ...diagnoseAnswers(path, githubAnswers(data)),
  ];
}

function diagnoseGitlab(text: string): readonly Diagnosis[] {
  const found = [...diagnoseAnswers(GITLAB_FILE, gitlabAnswers(readYaml(text)))];
  if (!/GIT_DEPTH["']?\s{0,9}:\s{0,9}["']?0\b/.test(text))
    found.push(
      ill(
        'ci-shallow',
        '.gitlab-ci.yml fetches a few commits only, so a longer range is not there.',
        'add `variables: { GIT_DEPTH: "0" }` to the job in .gitlab-ci.yml',
      ),
    );
  return found;
}

/** The check in CI: that there is one, that it has the commits that it judges, and that it fails where they are refused. */
export function diagnoseWorkflows({ paths, read }: Survey): readonly Diagnosis[] {
  const gitlab = paths.has(GITLAB_FILE) ? read(GITLAB_FILE) : undefined;
  const workflows = [...paths].filter((path) => GITHUB.test(path)).sort();
  const judging = workflows.filter((path) => mentionsTool(read(path) ?? ''));
  const inGitlab = gitlab !== undefined && mentionsTool(gitlab);
  if (judging.length === 0 && !inGitlab) {
    const says = 'No check in CI runs cto-lint, and a hook can be skipped: nothing decides.';
    return [ill('ci-missing', says, 'cto-lint init')];
  }
  const ofEach = judging.map((path) => [path, diagnoseWorkflow(path, read(path) ?? '')] as const);
  if (inGitlab) ofEach.push(['GitLab CI', diagnoseGitlab(gitlab)]);
  const found = ofEach.flatMap(([, own]) => own);
  // One file that decides is enough: others may speak of the tool, such as the one that releases it.
  const good = ofEach.find(([, own]) => own.length === 0);
  const isBroken = found.some(({ id }) => id === 'ci-broken' || id === 'ci-shallow');
  return good === undefined || isBroken ? found : [fine('ci', `${good[0]} runs cto-lint.`)];
}
