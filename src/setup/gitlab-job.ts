import { type Document, isAlias, isScalar, isSeq, parseDocument } from 'yaml';
import type { Change } from './change.ts';

export const GITLAB_FILE = '.gitlab-ci.yml';

function gitlabJob(version: string, stage: string): string {
  return `# Judges what a merge request or a push brings. Written by \`cto-lint init\`. Nothing of the checkout is run, and the
# policy is the base's, so that a change cannot excuse itself.
cto-lint:
  stage: ${stage}
  image: node:24
  variables:
    # Every commit of the range is judged, so all of them have to be here.
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH
  script:
    - (cd /tmp && npm install --prefix cto-lint --ignore-scripts --no-audit --no-fund cto-lint@${version})
    - node /tmp/cto-lint/node_modules/cto-lint/dist/main.js --range auto --policy-from auto --format pretty --format gitlab:gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
}

/**
 * A stage that the pipeline has, as a scalar of YAML; `undefined` where none can be told. A job in a stage that is not
 * declared has GitLab refuse the whole file; without `stages` there are build, test and deploy. `.pre` and `.post` are
 * always there, but a pipeline of their jobs alone does not run: https://docs.gitlab.com/ci/yaml/#stages
 */
function stageOf(document: Document): string | undefined {
  if (!document.has('stages')) return 'test';
  const value = document.get('stages', true);
  const stages = isAlias(value) ? value.resolve(document) : value;
  // A tag of GitLab's own, `!reference [.shared, stages]`, names what stands elsewhere.
  if (!isSeq(stages) || stages.tag?.startsWith('!')) return undefined;
  const names = stages.items.flatMap((item) =>
    isScalar(item) && typeof item.value === 'string' && !/^\.(?:pre|post)$/.test(item.value)
      ? [item.value]
      : [],
  );
  const name = names.includes('test') ? 'test' : names[0];
  return name === undefined || /^[a-z][a-z0-9_-]*$/.test(name) ? name : JSON.stringify(name);
}

export function gitlabChange(text: string, version: string): Change {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const stage = document.errors.length > 0 ? undefined : stageOf(document);
  const job = gitlabJob(version, stage ?? 'test');
  const byHand = (why: string): Change => ({ kind: 'by-hand', path: GITLAB_FILE, why, to: 'add', what: job });
  const whole = `${text.replace(/\n*$/, '\n\n')}${job}`;
  // A document that ends in a flow mapping, or has several, is not one that lines can be put behind.
  if (parseDocument(whole, { prettyErrors: false, logLevel: 'silent' }).errors.length > 0)
    return byHand('a job cannot be added behind what it holds');
  if (stage === undefined) return byHand('its stages stand elsewhere, and the job needs one of them');
  return { kind: 'extend', path: GITLAB_FILE, text: whole, added: job };
}
