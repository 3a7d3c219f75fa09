import { parse } from 'yaml';
import { type Deciding, readDeciding } from '../shell/deciding.ts';

type Data = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a file of CI holds; `undefined` where it is no YAML. */
export function readYaml(text: string): unknown {
  try {
    return parse(text, { prettyErrors: false, logLevel: 'error', maxAliasCount: 100, merge: true });
  } catch {
    // The runner refuses it as well. The library's message quotes the file.
    return undefined;
  }
}

/** What a job or a step makes of the tool's exit code. */
export type Answer = Deciding | 'ignored';

/** What names the tool in a job. */
export const MENTIONS = /\bcto-lint\b/;
/** The tool, or its file. */
const MAY_CALL = /\bcto-lint\b|\bmain\.js\b/;

/** `continue-on-error` of GitHub, `allow_failure` of GitLab. An expression, or a list of codes, is not followed. */
function unlessIgnored(answer: Answer, ...ignored: readonly unknown[]): Answer {
  if (answer !== 'decides') return answer;
  if (ignored.includes(true)) return 'ignored';
  return ignored.every((one) => one === undefined || one === false) ? 'decides' : 'unknown';
}

function shellOf(...places: readonly unknown[]): unknown {
  const said = places.map((place) => {
    const run = isRecord(place) && isRecord(place.defaults) ? place.defaults.run : undefined;
    return isRecord(run) ? run.shell : undefined;
  });
  return said.find((one) => one !== undefined);
}

/** `bash -e` where no shell is named, `bash -eo pipefail` where bash is: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
function ofRun(run: string, shell: unknown): Answer {
  if (!MAY_CALL.test(run)) return 'none';
  if (shell !== undefined && shell !== 'bash' && shell !== 'sh') return 'unknown';
  return readDeciding(run, { errexit: true, pipefail: shell === 'bash' });
}

/** The answers of each step of a workflow of GitHub that names the tool. */
export function githubAnswers(data: unknown): readonly Answer[] {
  if (!isRecord(data) || !isRecord(data.jobs)) return [];
  return Object.values(data.jobs).flatMap((job) => {
    if (!isRecord(job)) return [];
    const ignored = job['continue-on-error'];
    // A workflow of another repository that is called: what it does stands there.
    if (typeof job.uses === 'string') return MENTIONS.test(job.uses) ? ['unknown' as const] : [];
    const steps = Array.isArray(job.steps) ? job.steps.filter(isRecord) : [];
    return steps.map((step) => {
      const shell = step.shell ?? shellOf(job, data);
      const isAction = typeof step.uses === 'string' && MENTIONS.test(step.uses);
      const answer = isAction ? 'decides' : typeof step.run === 'string' ? ofRun(step.run, shell) : 'none';
      return unlessIgnored(answer, ignored, step['continue-on-error']);
    });
  });
}

/** The answers of each job of GitLab's, whose lines are run by `bash -eo pipefail` or by `sh -e`. */
export function gitlabAnswers(data: unknown): readonly Answer[] {
  if (!isRecord(data)) return [];
  const isIncluded = MENTIONS.test(JSON.stringify(data.include) ?? '');
  const own = Object.values(data).flatMap((job) => {
    if (!isRecord(job)) return [];
    const lines = [job.script].flat(9).filter((line) => typeof line === 'string');
    const script = lines.join('\n');
    if (!MAY_CALL.test(script)) return [];
    const answer = readDeciding(script, { errexit: true, pipefail: true });
    return [unlessIgnored(answer, job.allow_failure)];
  });
  return isIncluded ? ['unknown', ...own] : own;
}
