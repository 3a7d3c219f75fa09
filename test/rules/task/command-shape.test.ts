import { describe, expect, it } from 'vitest';
import { commandShape } from '../../../rules/task/command-shape.ts';
import { judge } from '../judge.ts';

const PATH = 'route/tasks/slugify.md';

describe('task/command-shape', () => {
  const wrong = 'A command of `ca` has one shape only: `ca run --task file --mode unattended`.';
  const told = async (line: string) =>
    (await judge(commandShape, { [PATH]: `# T\n\n${line}\n` })).map((found) => found.slice(PATH.length + 1));

  it.each([
    '`ca run --task tasks/a.md --mode unattended`',
    '`ca run --task <task-file> --mode unattended`',
    '`ca run --task <task file> --mode unattended`',
    '`dist/ca run --task tasks/a.md --mode unattended`',
    '`CASE_DATA_DIR=x ca run --task tasks/a.md --mode unattended`',
    '```sh\n$ ca run --task tasks/a.md --mode unattended && echo done\n```',
    '```sh\nca run \\\n  --task tasks/a.md --mode unattended\n```',
    '```sh\nca run --task tasks/a.md --mode unattended  # see ca; the rest | is said there\n```',
    '```sh\nca run --task tasks/a.md --mode unattended \necho done\n```',
    '```sh\nbash -c "ca run --task tasks/a.md --mode unattended"\n```',
    '```sh\necho "ca resume"\n# ca resume\n```',
    '```text\nThe binary `dist/ca` is recorded with its digest.\n```',
    '```\nThe build leaves `ca`.\n```',
    '```text\ndist/ca is recorded with its digest.\nca must be built first.\n```',
    '```text\nNobody runs it as: never `ca run --mode attended`.\n```',
    'ca run --task tasks/a.md --mode unattended, and nothing else.',
    'No `dist/ca` and no PATH `ca` was found; the `ca` executable is built later.',
    'The village was founded ca 1200.',
    'Never `ca run --mode attended`.',
    '## Forbidden Actions\n\n- `ca run --mode attended`',
    '`cat run --x`',
    '`CTO_HARNESS_CASE_BIN=<admitted-ca> run-case.sh slugify --engine case`',
    '`"$CTO_HARNESS_CASE_BIN" run --task tasks/a.md --mode unattended`',
    '`ca run --task "my tasks/a.md" --mode unattended`',
  ])('%s', async (line) => {
    expect(await told(line)).toEqual([]);
  });

  it.each([
    ['`ca run --task tasks/a.md --mode attended`', '3:2'],
    ['`ca run --task tasks/a.md`', '3:2'],
    ['`ca run --mode unattended --task tasks/a.md`', '3:2'],
    ['`ca run --task=tasks/a.md --mode unattended`', '3:2'],
    ['`ca run --task tasks/a.md --mode unattended --yes`', '3:2'],
    ['`ca run --task a.md b.md --mode unattended`', '3:2'],
    ['`ca run --task --mode unattended`', '3:2'],
    ['`ca serve`', '3:2'],
    ['`"$CTO_HARNESS_CASE_BIN" run --task a.md --mode attended`', '3:2'],
    ['`$'.concat('{CTO_HARNESS_CASE_BIN:-ca} run --task a.md`'), '3:2'],
    ['`ca run --task my tasks/a.md --mode unattended`', '3:2'],
    ['`./dist/ca --version`', '3:2'],
    ['`sudo ca run`', '3:2'],
    ['Run ca run --task tasks/a.md --mode attended now.', '3:5'],
    ['```sh\nca run --task a.md --mode unattended\nca resume\n```', '5:1'],
    ['```sh\ncd x && ca run\n```', '4:9'],
    ['```sh\necho `dist/ca`\n```', '4:7'],
    ['```text\n$ dist/ca run --x\n```', '4:1'],
    ['```text\nThen run `dist/ca run --x` and wait.\n```', '4:11'],
    ['```text\nIt does not wait.\nRun `dist/ca run --x`.\n```', '5:6'],
    ['```text\nca resume\n```', '4:1'],
    ['```\n`ca`\n```', '4:2'],
    ['```sh\nls # first\nca resume # then\n```', '5:1'],
    ['`bash -c "cd x; ca run --task a.md --mode attended"`', '3:2'],
    ['| Command |\n| --- |\n| `ca run` |', '5:4'],
    ['Do not wait; run `ca run --task a.md --mode attended`.', '3:19'],
  ])('%s', async (line, place) => {
    expect(await told(line)).toEqual([`${place} ${wrong}`]);
  });

  it('reads values of JSON and YAML, and lists of words', async () => {
    const at = 'route/a.task.json';
    const found = (data: unknown) => judge(commandShape, { [at]: JSON.stringify(data) });
    expect(await found({ verification_command: 'ca run --task a.md --mode unattended' })).toEqual([]);
    expect(await found({ argv: ['ca', 'run', '--task', 'a.md', '--mode', 'unattended'] })).toEqual([]);
    expect(await found({ verification_command: 'ca run --task a.md' })).toEqual([`${at}:1:25 ${wrong}`]);
    expect(await found({ argv: ['ca', 'run', '--mode', 'attended'] })).toEqual([`${at}:1:9 ${wrong}`]);
    expect(await found({ argv: ['ca', 'run', '--task', 'my a.md', '--mode', 'unattended'] })).toEqual([]);
    expect(await found({ argv: ['ca', 'run', '--task', 'my a.md'] })).toEqual([`${at}:1:9 ${wrong}`]);
  });

  it.each([
    ['package.json', '{ "scripts": { "go": "ca run --task a.md --mode attended" } }', '1:23'],
    [
      'package.json',
      '{ "scripts": { "go": "$CTO_HARNESS_CASE_BIN run --task \\"a b.md\\" --yes" } }',
      '1:23',
    ],
    ['bin/go.sh', '#!/bin/sh\nset -e\nca run --task a.md\n', '3:1'],
    ['.husky/pre-push', 'ca run\n', '1:1'],
    ['.github/workflows/go.yml', 'jobs:\n  a:\n    steps:\n      - run: "ca run --task a.md"\n', '4:15'],
    ['Makefile', 'go:\n\tca run --task a.md --mode unattended --yes\n', '2:2'],
    ['README.md', '# Use\n\n```sh\nca run --task a.md --mode attended\n```\n', '4:1'],
    ['README.md', '# Use\n\nRun `$CTO_HARNESS_CASE_BIN run --task a.md`.\n', '3:6'],
    ['docs/run.md', '# Use\n\n```sh\nca run --task tasks/r1.md\n```\n', '4:1'],
    ['docs/run.md', '```sh\nca run --issue 12\n```\n', '2:1'],
    ['docs/run.md', '```\ntimeout 60 ca run --task t.md\n```\n', '2:1'],
    ['docs/run.md', 'Use `/opt/case/dist/ca run --task t.md`.\n', '1:6'],
    ['docs/run.md', '1. Start it:\n\n   ```sh\n   ca run\n   ```\n', '4:4'],
    ['docs/run.md', '> ```sh\n> ca run --task t.md\n> ```\n', '2:3'],
    ['docs/run.md', 'Then:\n\n    ca run --task t.md\n', '3:5'],
    ['docs/run.md', '```sh\nca run --task t.md \\\n  --mode auto\n```\n', '2:1'],
    [
      'docs/run.md',
      '```json\n{\n  "argv": ["ca", "run",\n  "--task", "t.md", "--mode", "auto"] }\n```\n',
      '3:11',
    ],
    ['docs/run.md', '```sh\nsudo -u ci nice -n 5 ca run --task t.md\n```\n', '2:1'],
    ['argv.json', '{"argv":["ca","run","--task","t.md","--mode","auto"]}', '1:9'],
    ['compose.yaml', 'services:\n  a:\n    command: ["dist/ca", "run", "--issue", "4"]\n', '3:14'],
    ['Dockerfile', 'FROM node\nCMD ["ca", "run"]\n', '2:5'],
    ['Dockerfile', 'FROM node\nRUN ca run --task t.md\n', '2:1'],
    ['Makefile', 'go:\n\t@ca run --task a.md\n', '2:3'],
    ['bin/go.sh', 'if ! timeout -k 5 60 ca run; then exit 1; fi\n', '1:1'],
    ['bin/go.sh', 'ca serve --port 1\n', '1:1'],
    ['bin/go.sh', 'ca run --task "$1" --mode "$2"\n', '1:1'],
    ['bin/go.sh', 'ca run --task $(ls -t | head -1) --mode unattended\n', '1:1'],
    ['bin/go.sh', 'ca run "$@"\n', '1:1'],
    ['bin/go.sh', './dist/ca create\n', '1:1'],
    ['bin/go.sh', 'ca --task t.md\n', '1:1'],
    ['README.md', '```sh\nca --help\nca serve\n```\n', '3:1'],
    ['README.md', '```bash\nca run --task t.md --mode unattended && ca push\n```\n', '2:41'],
    ['README.md', '```console\n$ ca resume --task t.md\n```\n', '2:1'],
    ['README.md', '```\n$ ./dist/ca login\n```\n', '2:1'],
    ['package.json', '{ "scripts": { "a": "ca serve" } }', '1:22'],
    ['package.json', '{ "scripts": { "x": "a }", "a": "npm ci && ca push --yes" } }', '1:44'],
    ['docs/x.rst', 'Run::\n\n    ca run --task t.md\n', '3:5'],
    ['docs/x.rst', '.. code-block:: sh\n\n   cd x\n   ca run\n\nDone.\n', '4:4'],
    ['docs/x.rst', 'Run ``ca run --task t.md`` now.\n', '1:7'],
    ['README.adoc', '[source,sh]\n----\nca run --task t.md\n----\n', '3:1'],
    ['README.adoc', 'Never:\n\n----\nca run\n----\n\n----\nca run --mode x\n----\n', '8:1'],
    ['Vagrantfile', 'config.vm.provision "shell", inline: "ca run --task t.md"\n', '1:39'],
    ['Vagrantfile', 'x.provision "shell", inline: <<-SHELL\n  cd x\n  ca run --task t.md\nSHELL\n', '3:3'],
  ])('%s of no kind: %j', async (path, text, place) => {
    expect(await judge(commandShape, { [path]: text })).toEqual([
      `${path}:${place} A command of `.concat(
        '`ca` has one shape only: `ca run --task file --mode unattended`.',
      ),
    ]);
  });

  it.each([
    ['package.json', '{ "scripts": { "go": "ca run --task \\"a b.md\\" --mode unattended" } }'],
    ['package.json', '{ "scripts": { "certs": "openssl ca -run x", "ca": "vite run ca" } }'],
    ['bin/go.sh', 'ca run --task a.md --mode unattended\n'],
    ['bin/go.sh', 'ca run --task "$1" --mode unattended\n'],
    ['bin/go.sh', `"$CTO_HARNESS_CASE_BIN" run --task "$`.concat('{TASK_FILE}" --mode unattended\n')],
    ['bin/go.sh', 'ca run --task "$TASKS/a.md" --mode unattended\n'],
    ['src/help.ts', 'const usage = `Usage: ca run [options]`;\n'],
    ['README.md', '# Use\n\n`ca serve` and `ca run` are what it knows.\n'],
    ['README.md', '```sh\nca --help\n# ca serve\necho ca serve\n```\n'],
    ['README.md', '```bash\n  certs     generates assets\n    /ca     makes an authority\n```\n'],
    ['README.md', '```sh\nca Generates an authority\n```\n'],
    ['README.md', 'Never:\n\n```sh\nca serve\n```\n'],
    ['README.md', '```conf\nca server-ca\n```\n\n```\nca server-ca\n```\n\nBuilt ca then.\n'],
    ['README.md', '```sh\nalias ca="git commit -a"\nca first\n```\n'],
    ['README.md', '```sh\nopenssl ca -in x\ncat ca certs\ndist/ca --version\n```\n'],
    ['package.json', '{ "keywords": ["ca certificates", "ca bundle"], "scripts": { "a": "make" } }'],
    ['package.json', '{ "scripts": { "a": "x {y} }", "b": "make" }, "description": "ca serve" }'],
    ['docs/x.rst', 'Run::\n\n    ca run --task t.md --mode unattended\n\nThe words ca run stand here.\n'],
    ['docs/x.rst', 'Never run::\n\n    ca run --task t.md\n\nNor ``ca run`` alone.\n'],
    ['docs/x.adoc', 'Do not run this:\n\n[source,sh]\n----\nca run --task t.md\n----\n'],
    ['Vagrantfile', 'x.provision "shell", inline: "ca run --task t.md --mode unattended"\n# then ca run\n'],
    ['README.md', 'Never run this:\n\n```sh\nca run --mode attended\n```\n'],
    ['README.md', '## Forbidden\n\n```sh\nca run --mode attended\n```\n'],
    ['README.md', '```sh\n# wrong:\nca run --mode attended\nca run --issue 1 # never\n```\n'],
    ['README.md', '```sh\nca run \\\n  --task t.md \\\n  --mode unattended\n```\n'],
    ['README.md', 'So:\n\n    ca run --task t.md \\\n      --mode unattended\n'],
    ['README.md', '- One\n\n    The words ca run stand in a list.\n'],
    ['argv.json', '{"argv":["ca","run","--task","t.md","--mode","unattended"]}'],
    ['langs.json', '{"langs":["en","ca","run"], "other": ["ca","es"]}'],
    ['bin/go.sh', 'ca --version >/dev/null\nca --help\ncommand -v ca\n'],
    ['bin/certs.sh', 'openssl ca -config x.cnf\ncd ca && ls\nupdate-ca-certificates\ncp ca.crt /etc\n'],
    ['bin/certs.sh', 'ca() { openssl ca "$@"; }\nca sign a.csr\n'],
    ['bin/langs.sh', 'for lang in ca es en; do echo "$lang"; done\ncase $x in\n  ca) echo 1;;\nesac\n'],
    ['values.yaml', 'tls:\n  ca: run/ca.pem\n  text: ca serve\nlanguages:\n  - ca\n'],
    ['Makefile', 'ca server: deps\n\topenssl ca -x\n'],
    ['README.md', '# Use\n\nNever `ca run --task a.md --mode attended`.\n'],
  ])('%s of no kind may hold %j', async (path, text) => {
    expect(await judge(commandShape, { [path]: text })).toEqual([]);
  });
});
