import type { Change } from './change.ts';
import { GITLAB_FILE, gitlabChange } from './gitlab-job.ts';
import type { Survey } from './survey.ts';

export const GITHUB_WORKFLOW = '.github/workflows/cto-lint.yml';

/**
 * A branch as the workflow's filter takes it, quoted where YAML could take it for something else. The filter reads `*`,
 * `?`, `+`, `[`, `]` and `!` as a pattern: a push of any branch is judged where the name is no plain one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function branchFilter(branch = 'main'): string {
  if (!/^[\w./-]{1,200}$/.test(branch)) return '"**"';
  return /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9/_-]*$/i.test(branch)
    ? branch
    : JSON.stringify(branch);
}

/**
 * The tool is installed outside of the checkout, so that neither the lock file nor the `.npmrc` of a proposed change
 * decides what runs; of what is checked out nothing runs.
 */
function githubWorkflow(version: string, branch: string | undefined): string {
  return `# Judges what a pull request, a push or a merge queue brings. Written by \`cto-lint init\`.
# Nothing of the checkout is run: cto-lint is installed beside it, at one version. The policy is the base's, so that a
# change cannot excuse itself.
name: cto-lint
on:
  pull_request:
  push: { branches: [${branchFilter(branch)}] }
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

/** Whether a file of CI names the tool, elsewhere than in a comment. */
export function mentionsTool(text: string): boolean {
  return /^(?:[^#\n]|(?<=\S)#)*\bcto-lint\b/m.test(text);
}

/** The check that decides: a hook can be skipped. GitLab's where its file is, else GitHub's. */
export function planCheck({ paths, read, version, mainBranch }: Survey): Change {
  if (paths.has(GITLAB_FILE)) {
    const text = read(GITLAB_FILE) ?? '';
    if (mentionsTool(text)) return { kind: 'keep', path: GITLAB_FILE, why: 'it runs cto-lint already' };
    return gitlabChange(text, version);
  }
  const running = [...paths].find(
    (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && mentionsTool(read(path) ?? ''),
  );
  if (running !== undefined) return { kind: 'keep', path: running, why: 'it runs cto-lint already' };
  return { kind: 'create', path: GITHUB_WORKFLOW, text: githubWorkflow(version, mainBranch) };
}
