import { describe, expect, it } from 'vitest';
import { diagnoseWorkflows } from '../../../src/setup/doctor/workflows.ts';

/** The ids of what is told about files of CI; `ok` before what is no fault. */
function told(files: Readonly<Record<string, string>>): readonly string[] {
  const found = diagnoseWorkflows({
    paths: new Set(Object.keys(files)),
    read: (path: string) => files[path],
  } as never);
  return found.map(({ id, ok }) => (ok ? `ok ${id}` : id));
}

const FULL = '      - uses: actions/checkout@v4\n        with: { fetch-depth: 0 }\n';

/** A workflow whose one job has these steps. */
function steps(text: string, job = ''): Record<string, string> {
  return { '.github/workflows/a.yml': `jobs:\n  a:\n${job}    steps:\n${FULL}${text}` };
}

const RUN = '      - run: npx cto-lint --range auto';

describe('diagnoseWorkflows', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['a step', steps(`${RUN}\n`), ['ok ci']],
    ['a comment', steps(`      # ${RUN}\n`), ['ci-missing']],
    ['a name', steps('      - run: npm test\n        name: like cto-lint\n'), ['ci-decides-nothing']],
    ['a version', steps('      - run: npx cto-lint --version\n'), ['ci-decides-nothing']],
    ['a step that steps aside', steps(`${RUN} || true\n`), ['ci-decides-nothing']],
    ['a step that refuses', steps(`${RUN} || exit 1\n`), ['ok ci']],
    [
      'two lines',
      steps('      - run: |\n          npx cto-lint --range auto\n          npm test\n'),
      ['ok ci'],
    ],
    ['a step that may fail', steps(`${RUN}\n        continue-on-error: true\n`), ['ci-decides-nothing']],
    ['a step that may not fail', steps(`${RUN}\n        continue-on-error: false\n`), ['ok ci']],
    [
      'a step that may fail at times',
      steps(`${RUN}\n        continue-on-error: \${{ a }}\n`),
      ['ok ci-not-told'],
    ],
    ['a job that may fail', steps(`${RUN}\n`, '    continue-on-error: true\n'), ['ci-decides-nothing']],
    ['a pipe', steps(`${RUN} | tee log\n`), ['ci-decides-nothing']],
    ['a pipe of bash', steps(`${RUN} | tee log\n        shell: bash\n`), ['ok ci']],
    ['another shell', steps(`${RUN}\n        shell: pwsh\n`), ['ok ci-not-told']],
    ['the action', steps('      - uses: acme/cto-lint@v1\n'), ['ok ci']],
    [
      'a workflow elsewhere',
      { '.github/workflows/a.yml': 'jobs:\n  a:\n    uses: acme/ci/.github/workflows/cto-lint.yml@v1\n' },
      ['ok ci-not-told'],
    ],
    ['no YAML', { '.github/workflows/a.yml': 'cto-lint: [\n' }, ['ci-broken']],
    [
      'one that decides beside one that does not',
      { ...steps(`${RUN}\n`), '.github/workflows/b.yml': 'name: cto-lint\n' },
      ['ok ci'],
    ],
    [
      'GitLab’s job',
      { '.gitlab-ci.yml': 'a:\n  variables: { GIT_DEPTH: "0" }\n  script: [npx cto-lint --range auto]\n' },
      ['ok ci'],
    ],
    [
      'GitLab’s job that may fail',
      {
        '.gitlab-ci.yml':
          'a:\n  variables: { GIT_DEPTH: "0" }\n  script: [npx cto-lint --range auto]\n  allow_failure: true\n',
      },
      ['ci-decides-nothing'],
    ],
    [
      'GitLab’s job that steps aside',
      {
        '.gitlab-ci.yml':
          'a:\n  variables: { GIT_DEPTH: "0" }\n  script:\n    - npx cto-lint --range auto || true\n',
      },
      ['ci-decides-nothing'],
    ],
    [
      'a file that GitLab includes',
      { '.gitlab-ci.yml': 'include: ci/cto-lint.yml\nvariables: { GIT_DEPTH: "0" }\n' },
      ['ok ci-not-told'],
    ],
  ])('%s', (_what, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});
