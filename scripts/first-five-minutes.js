// Writes docs/first-five-minutes.md: what somebody sees who installs the package, sets a repository up, is refused a bad
// commit, mends it and pushes. Everything in it is real output. `node scripts/first-five-minutes.js`; a test runs it again.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAD = `# The first five minutes

Somebody with an empty home folder, Node and git: what they type, and what they see. This page is made by
\`node scripts/first-five-minutes.js\`, which types it into a new folder; a test does it again and compares. On a terminal a
finding also shows the lines that it is about.`;

/** What is said, what is typed, and the exit code. What stands in `instead` is typed in the place of what is shown. */
const STEPS = [
  {
    says: 'Install the tool.',
    types: ['npm install --global cto-lint'],
    instead: ['npm install --global "$TARBALL"'],
  },
  {
    says: 'A repository, and all that it needs: a policy, hooks, and the check for CI.',
    types: ['git init -q -b main plans && cd plans', 'cto-lint init --yes'],
  },
  {
    says: 'The files are looked at, and committed. The hooks run already.',
    types: ['git add -A && git commit -q -m "Set cto-lint up"'],
  },
  {
    says: 'A decision is written down that is none: the policy knows no such state.',
    types: [
      "printf '# Model\\n\\n- decision_status: approved\\n' > model.md",
      'git add model.md && git commit -q -m "Approve the model"',
    ],
    code: 1,
  },
  {
    says: 'The commit is refused. It says where, what is wrong, and what to do. So:',
    types: [
      "printf '# Model\\n\\n- decision_status: not_decided\\n' > model.md",
      'git add model.md && git commit -q -m "Say that the model is not decided"',
    ],
  },
  {
    says: `A server that judges every push, [as it is set up there](hooks.md#a-server). Here it is a folder next to this one:`,
    types: [
      'git init -q --bare -b main ../plans.git',
      "printf '#!/bin/sh\\nexec cto-lint pre-receive\\n' > ../plans.git/hooks/pre-receive",
      'chmod +x ../plans.git/hooks/pre-receive',
      'git remote add origin ../plans.git',
    ],
  },
  {
    says: 'The push is judged twice: by the hook before it leaves, and by the server.',
    types: ['git push origin main'],
  },
  {
    says: 'Somebody in a hurry leaves the hooks out. The server does not:',
    types: [
      "printf '# Model\\n\\n- decision_status: approved\\n' > model.md",
      'git commit -q -a --no-verify -m "Approve the model after all"',
      'git push --no-verify origin main',
    ],
    code: 1,
  },
];

const TAIL = `From here: [ten minutes](tutorial.md) with ranges and status, the [policy](policy.md), the [check in CI](ci.md),
and what to do about [a real secret](secrets.md).`;

/** A home with a name and an address for git, and nothing else; no setting of the machine's or of who runs this. */
function emptyHome(root) {
  const home = join(root, 'home');
  mkdirSync(home);
  const prefix = join(home, '.local');
  return {
    HOME: home,
    PATH: [join(prefix, 'bin'), process.env.PATH].join(delimiter),
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    npm_config_prefix: prefix,
    npm_config_offline: 'true',
    // Of a tarball npm warns that it has a `prepare` script; of a package from the registry it does not.
    npm_config_ignore_scripts: 'true',
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

/** What differs from machine to machine and from day to day, by what stands for it on the page. */
function stable(text, root) {
  return text
    .replaceAll(root, '')
    .replace(/\b(?:[0-9a-f]{40}|[0-9a-f]{12}|[0-9a-f]{7})\b/g, (id) =>
      '1a2b3c4d5e6f'.repeat(4).slice(0, id.length),
    )
    .replace(/\bin \d+(?:\.\d+)?m?s\b/g, 'in 1s')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

function typed({ types, instead = types, code = 0 }, cwd, env) {
  // What a folder is changed to holds for the steps that follow: the shell says where it ended.
  const script = `${instead.join('\n')}\nstatus=$?; pwd > "$HOME/.where"; exit $status`;
  const ended = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], { cwd, env, encoding: 'utf8' });
  if (ended.status !== code)
    throw new Error(`exit code ${ended.status} and not ${code}: ${types.join('; ')}\n${ended.stdout}`);
  return ended.stdout;
}

/** The page, from what happens when a stranger does it with the package in `tarball`. */
export function firstFiveMinutes(tarball) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cto-lint-five-')));
  try {
    const env = { ...emptyHome(root), TARBALL: tarball };
    let cwd = env.HOME;
    const parts = STEPS.map((step) => {
      const output = stable(typed(step, cwd, env), root);
      cwd = readFileSync(join(env.HOME, '.where'), 'utf8').trim();
      const lines = [...step.types.map((line) => `$ ${line}`), ...(output === '' ? [] : [output])];
      return `${step.says}\n\n\`\`\`console\n${lines.join('\n')}\n\`\`\``;
    });
    return `${[HEAD, ...parts, TAIL].join('\n\n')}\n`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'cto-lint-pack-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' }));
  writeFileSync('docs/first-five-minutes.md', firstFiveMinutes(join(folder, filename)));
  rmSync(folder, { recursive: true });
}
