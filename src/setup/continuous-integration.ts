import { parseDocument } from 'yaml';
import type { Change } from './change.ts';
import type { Survey } from './survey.ts';

export const GITHUB_WORKFLOW = '.github/workflows/cto-lint.yml';
export const GITLAB_FILE = '.gitlab-ci.yml';

/**
 * The tool is installed outside of the checkout, so that neither the lock file nor the `.npmrc` of a proposed change
 * decides what runs; of what is checked out nothing runs.
 */
function githubWorkflow(version: string): string {
  return `# Judges what a pull request, a push or a merge queue brings. Written by \`cto-lint init\`.
# Nothing of the checkout is run: cto-lint is installed beside it, at one version. The policy is the base's, so that a
# change cannot excuse itself.
name: cto-lint
on:
  pull_request:
  push: { branches: [main] }
  merge_group:
permissions:
  contents: read
jobs:
  cto-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # Every commit of the range is judged, so all of them have to be here.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - name: Install cto-lint beside the checkout
        working-directory: \${{ runner.temp }}
        run: npm install --prefix cto-lint --ignore-scripts --no-audit --no-fund cto-lint@${version}
      - name: Judge
        run: >-
          node "$RUNNER_TEMP/cto-lint/node_modules/cto-lint/dist/main.js"
          --range auto --policy-from auto
          --format github
          --format "markdown:$GITHUB_STEP_SUMMARY"
          --format "sarif:$RUNNER_TEMP/cto-lint.sarif"
`;
}

function gitlabJob(version: string): string {
  return `# Judges what a merge request or a push brings. Written by \`cto-lint init\`. Nothing of the checkout is run, and the
# policy is the base's, so that a change cannot excuse itself.
cto-lint:
  stage: test
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

function gitlabChange(text: string, version: string): Change {
  const job = gitlabJob(version);
  const whole = `${text.replace(/\n*$/, '\n\n')}${job}`;
  const why = 'a job cannot be added behind what it holds';
  // A document that ends in a flow mapping, or has several, is not one that lines can be put behind.
  if (parseDocument(whole, { prettyErrors: false, logLevel: 'silent' }).errors.length > 0)
    return { kind: 'by-hand', path: GITLAB_FILE, why, to: 'add', what: job };
  return { kind: 'extend', path: GITLAB_FILE, text: whole, added: job };
}

/** The check that decides: a hook can be skipped. GitLab's where its file is, else GitHub's. */
export function planCheck({ paths, read, version }: Survey): Change {
  if (paths.has(GITLAB_FILE)) {
    const text = read(GITLAB_FILE) ?? '';
    if (/\bcto-lint\b/.test(text))
      return { kind: 'keep', path: GITLAB_FILE, why: 'it runs cto-lint already' };
    return gitlabChange(text, version);
  }
  const running = [...paths].find(
    (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && /\bcto-lint\b/.test(read(path) ?? ''),
  );
  if (running !== undefined) return { kind: 'keep', path: running, why: 'it runs cto-lint already' };
  return { kind: 'create', path: GITHUB_WORKFLOW, text: githubWorkflow(version) };
}
