// What the runner starts for `uses: …/cto-lint`. Turns inputs into arguments; the tool beside it does the rest.
import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Whatever ends the process before the tool has its say has judged nothing.
process.exitCode = 2;

const { env } = process;

/** The runner hands inputs over as `INPUT_POLICY-FROM`: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
function input(name) {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}

const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
const sarif = resolve(workspace, input('sarif') || join(env.RUNNER_TEMP ?? workspace, 'cto-lint.sarif'));
const limit = input('max-warnings');

// A path with a line break could set another output.
if (env.GITHUB_OUTPUT && !/[\r\n]/.test(sarif)) appendFileSync(env.GITHUB_OUTPUT, `sarif=${sarif}\n`);

process.chdir(resolve(workspace, input('working-directory')));
process.argv.push(
  'check',
  `--range=${input('range') || 'auto'}`,
  `--policy-from=${input('policy-from') || 'auto'}`,
  '--format=github',
  `--format=sarif:${sarif}`,
  ...(env.GITHUB_STEP_SUMMARY ? [`--format=markdown:${env.GITHUB_STEP_SUMMARY}`] : []),
  ...(limit === '' ? [] : [`--max-warnings=${limit}`]),
);
await import('../dist/main.js');
