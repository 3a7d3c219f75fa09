import { describe, expect, it } from 'vitest';
import { npmCase } from '../../../rules/build/npm-case.ts';
import { judge } from '../judge.ts';

describe('build/npm-case', () => {
  const told = (path: string, text: string) => judge(npmCase, { [path]: text });

  it.each([
    ['package.json', '{ "name": "x", "dependencies": { "change-case": "5.4.4" } }'],
    ['package.json', '{ "scripts": { "case": "node case.js" } }'],
    ['package.json', '{ "name": "case" }'],
    ['package.json', '{ "dependencies": { "@acme/case": "1.0.0" } }'],
    ['package.json', '{ "scripts": { "test": "npm test -- case" } }'],
    ['package-lock.json', '{ "packages": { "": { "name": "case" }, "node_modules/change-case": {} } }'],
    ['yarn.lock', '"change-case@^5.4.4":\n  version "5.4.4"\n'],
    ['pnpm-lock.yaml', 'packages:\n  change-case@5.4.4:\n    resolution: {}\n'],
    ['README.md', 'The npm package `case` is not what is meant. Do not run `npm i case`.\n'],
    ['README.md', 'Run `npm install case` in your own folder? No: use the built binary.\n'],
    ['README.md', '**Just `npx case`?** Never.\n'],
    ['build.sh', 'volta list case\nvolta install change-case\n'],
    ['README.md', 'Install nothing: the npm case package is unrelated.\n'],
    ['README.md', '```sh\nnpm i change-case\nnpx vitest run case\n```\n'],
    ['build.sh', '# never npm i case\nbun run build:binary\n'],
    ['notes.txt', 'In case npm fails, ask.\n'],
    ['run.sh', 'npm install \\\n  change-case\ncase $x in\nesac\n'],
    ['run.sh', 'npm ci\ncase $x in\n  a) ;;\nesac\n'],
    ['src/a.ts', 'switch (npm) {\n  case 1: // npm install\n}\n'],
    ['README.md', '- One\n\n    In the list: npx case is what not to use, says this paragraph.\n'],
    ['README.md', 'Never do this:\n\n```sh\nnpm i case\n```\n'],
    ['README.md', '```sh\n# wrong: another program\nnpx case\n```\n'],
    ['pnpm-workspace.yaml', 'packages:\n  - case\ncatalog:\n  change-case: ^5.4.4\n'],
    ['package.json', '{ "dependencies": { "c": "https://registry.npmjs.org/@x/case/-/case-1.6.3.tgz" } }'],
    ['yarn.lock', '"@x/case@^1":\n  resolved "https://registry.yarnpkg.com/@x/case/-/case-1.6.3.tgz"\n'],
    ['bun.lock', '{"packages":{"x":["x@1.0.0","",{"bin":{"case":"cli.js"}}],"y/case":["@y/case@1.0.0"]}}'],
    ['deno.json', '{ "imports": { "case": "jsr:@std/text", "c": "npm:change-case@5" } }'],
    ['run.sh', 'deno add jsr:@std/case\ndeno task case\n'],
    ['src/a.ts', "import { a } from 'npm:case-anything@2';\n"],
    ['src/a.ts', "// `npm:case@1` is an alias; so is 'npm:case@1'\n"],
  ])('%s: %s', async (path, text) => {
    expect(await told(path, text)).toEqual([]);
  });

  const manifest = 'This manifest asks for the package case.';
  const lock = 'This lock file holds the package case.';
  const command = 'This command installs or starts the package case.';
  it.each([
    ['package.json', '{ "dependencies": { "case": "1.6.3" } }', `1:22 ${manifest}`],
    ['app/package.json', '{ "devDependencies": { "case": "1.6.3" } }', `1:25 ${manifest}`],
    ['package.json', '{ "dependencies": { "c\\u0061se": "1.6.3" } }', `1:1 ${manifest}`],
    ['package.json', '{ "dependencies": { "provider": "npm:case@1.6.3" } }', `1:34 ${manifest}`],
    ['package.json', '{ "name": "case", "dependencies": { "case": "1.6.3" } }', `1:38 ${manifest}`],
    ['package.json', '{ "resolutions": { "**/case": "1.6.3" } }', `1:21 ${manifest}`],
    ['package.json', '{ "overrides": { "x": { "case": "1.6.3" } } }', `1:26 ${manifest}`],
    ['package.json', '{ "bundledDependencies": ["case"] }', `1:28 ${manifest}`],
    ['package-lock.json', '{ "packages": { "node_modules/case": { "version": "1.6.3" } } }', `1:18 ${lock}`],
    ['package-lock.json', '{ "packages": { "node_modules/x/node_modules/case": {} } }', `1:18 ${lock}`],
    ['package-lock.json', '{ "dependencies": { "case": { "version": "1.6.3" } } }', `1:22 ${lock}`],
    ['yarn.lock', 'case@^1.6.3:\n  version "1.6.3"\n', `1:1 ${lock}`],
    ['yarn.lock', '"case@npm:^1.6.3":\n  version: 1.6.3\n', `1:1 ${lock}`],
    ['pnpm-lock.yaml', 'packages:\n\n  case@1.6.3:\n    resolution: {}\n', `3:1 ${lock}`],
    ['pnpm-lock.yaml', 'packages:\n\n  /case/1.6.3:\n    resolution: {}\n', `3:1 ${lock}`],
    ['bun.lock', '{\n  "packages": {\n    "case": ["case@1.6.3", ""]\n  }\n}\n', `3:14 ${lock}`],
    ['README.md', '```sh\nnpm i case\n```\n', `2:1 ${command}`],
    ['README.md', 'Then run `npm install -g case@1.6.3`.\n', `1:11 ${command}`],
    ['README.md', 'Run `npm install case`? No password is asked for.\n', `1:6 ${command}`],
    ['README.md', 'Run `npm install case`. Is it slow? No.\n', `1:6 ${command}`],
    ['README.md', 'Is it slow? No: run `npm install case`, and see.\n', `1:22 ${command}`],
    ['README.md', '```sh\ncd x && npx -y case init\n```\n', `2:9 ${command}`],
    ['build.sh', 'bunx case\n', `1:1 ${command}`],
    ['build.sh', 'volta install case@1\n', `1:1 ${command}`],
    ['build.sh', 'yarn dlx case\n', `1:1 ${command}`],
    ['build.sh', 'npx --package=case case\n', `1:1 ${command}`],
    ['build.sh', 'npm exec -- case\n', `1:1 ${command}`],
    ['Dockerfile', 'RUN npm i --global case\n', `1:5 ${command}`],
    ['.github/workflows/x.yml', '      - run: pnpm add case\n', `1:14 ${command}`],
    ['package.json', '{\n  "scripts": { "postinstall": "npm i case" }\n}', `2:32 ${command}`],
    ['run.sh', 'npm install \\\n  case\n', `1:1 ${command}`],
    ['run.sh', 'set -e\nnpm install --save \\\r\n  zod \\\r\n  case@1\r\n', `2:1 ${command}`],
    ['Dockerfile', 'FROM node\nRUN npm install \\\n    case\n', `2:5 ${command}`],
    ['README.md', '```sh\nnpm install \\\n  case\n```\n', `2:1 ${command}`],
    ['README.md', 'Then:\n\n    npx case --help\n', `3:5 ${command}`],
    ['README.md', '1. Then:\n\n   ```sh\n   npx case --help\n   ```\n', `4:4 ${command}`],
    ['README.md', '> ```sh\n> npx case --help\n> ```\n', `2:3 ${command}`],
    ['README.md', "```sh\ndon't() { :; }\nnpx case\n```\n", `3:1 ${command}`],
    ['build.sh', 'npm i https://registry.npmjs.org/case/-/case-1.6.3.tgz\n', `1:1 ${command}`],
    ['build.sh', 'deno add npm:case\n', `1:1 ${command}`],
    ['build.sh', 'deno run -A npm:case@1.6.3 init\n', `1:1 ${command}`],
    ['pnpm-workspace.yaml', 'catalog: {case: ^1.6.3}\n', `1:10 ${manifest}`],
    ['pnpm-workspace.yaml', 'packages:\n  - a\ncatalogs:\n  old:\n    case: 1.6.3\n', `5:1 ${manifest}`],
    ['pnpm-workspace.yaml', 'overrides:\n  x: npm:case@1.6.3\n', `2:6 ${manifest}`],
    ['deno.json', '{ "imports": { "case": "npm:case@1.6.3" } }', `1:25 ${manifest}`],
    ['deno.jsonc', '{\n  // words\n  "imports": { "c/": "npm:/case@1/" } }', `3:23 ${manifest}`],
    ['deno.lock', '{ "specifiers": { "npm:case@1.6.3": "1.6.3" } }', `1:20 ${lock}`],
    ['src/a.ts', "import Case from 'npm:case@1';\n", `1:19 ${manifest}`],
    [
      'package.json',
      '{ "dependencies": { "c": "https://registry.npmjs.org/case/-/case-1.6.3.tgz" } }',
      `1:27 ${manifest}`,
    ],
    ['bun.lock', '{"lockfileVersion":1,"packages":{"case":["case@1.6.3",""]}}', `1:42 ${lock}`],
    ['bun.lock', '{"workspaces":{"":{"dependencies":{"case":"^1.6.3"}}}}', `1:36 ${lock}`],
  ])('%s: %s', async (path, text, expected) => {
    expect(await told(path, text)).toEqual([`${path}:${expected}`]);
  });
});
