import { describe, expect, it } from 'vitest';
import { type Deciding, readDeciding } from '../../../src/setup/shell/deciding.ts';

const SH = { errexit: false, pipefail: false };

describe('readDeciding', () => {
  it.each<[string, Deciding]>([
    // The last command decides.
    ['#!/bin/sh\ncto-lint --staged\n', 'decides'],
    ['#!/bin/sh\r\ncto-lint --staged\r\n', 'decides'],
    ['cto-lint --staged\necho done\n', 'passed-over'],
    ['cto-lint --staged; true', 'passed-over'],
    ['set -e\ncto-lint --staged\necho done\n', 'decides'],
    ['set -euo pipefail\ncto-lint --staged\necho done\n', 'decides'],
    ['set -o errexit\ncto-lint --staged\necho done\n', 'decides'],
    ['set -e\nset +e\ncto-lint --staged\necho done\n', 'passed-over'],
    ['cto-lint --staged || exit $?\nnpm test\n', 'decides'],
    ['cto-lint --staged || exit 1\nnpm test\n', 'decides'],
    ['cto-lint --staged || {\n  echo no >&2\n  exit 1\n}\nnpm test\n', 'decides'],
    ['cto-lint --staged || { echo no; }\nnpm test\n', 'stepped-aside'],
    ['cto-lint --staged || true', 'stepped-aside'],
    ['cto-lint --staged || :', 'stepped-aside'],
    ['cto-lint --staged || exit 0', 'stepped-aside'],
    ['cto-lint --staged || notify', 'unknown'],
    ['exec node_modules/.bin/cto-lint --staged', 'decides'],
    ['cto-lint --staged\nexit $?\n', 'decides'],
    ['cto-lint --staged\nexit\n', 'decides'],
    ['cto-lint --staged\nexit 0\n', 'passed-over'],
    ['cto-lint --staged\ncode=$?\nnpm test\nexit $code\n', 'unknown'],
    // Something ends the hook before it.
    ['exit 0\ncto-lint --staged\n', 'never-reached'],
    ['exec npm test\ncto-lint --staged\n', 'never-reached'],
    ['[ -n "$CI" ] && exit 0\ncto-lint --staged\n', 'decides'],
    // In the background, or before a pipe.
    ['cto-lint --staged &', 'in-background'],
    ['cto-lint --staged >/dev/null 2>&1', 'decides'],
    ['cto-lint --staged &>log', 'decides'],
    ['cto-lint --staged | tee log', 'piped'],
    ['set -o pipefail\ncto-lint --staged | tee log', 'decides'],
    [
      'refs=$(cat); printf \'%s\\n\' "$refs" | cto-lint pre-push "$@" || exit $?\ngit lfs pre-push "$@"',
      'decides',
    ],
    // Chains.
    ['npm test && cto-lint --staged', 'decides'],
    ['cto-lint --staged && npm test', 'decides'],
    ['cto-lint --staged &&\n  npm test\n', 'decides'],
    ['set -e\ncto-lint --staged && npm test\necho done\n', 'passed-over'],
    ['npm test && cto-lint --staged || exit 1\necho done\n', 'decides'],
    ['set -e\nnpm test && cto-lint --staged\necho done\n', 'unknown'],
    ['[ -n "$SKIP" ] || cto-lint --staged', 'unknown'],
    ['! cto-lint --staged', 'unknown'],
    // Where the tool is missing.
    ['if command -v cto-lint; then cto-lint --staged; fi\nnpm test\n', 'stepped-aside'],
    ['if command -v cto-lint; then cto-lint --staged; else exit 1; fi', 'decides'],
    ['if command -v cto-lint; then cto-lint --staged; else exit 1; fi\necho done', 'passed-over'],
    [
      'if [ -x node_modules/.bin/cto-lint ]; then\n  node_modules/.bin/cto-lint --staged\nfi\n',
      'stepped-aside',
    ],
    [
      'if ! command -v cto-lint >/dev/null 2>&1; then\n  echo no >&2\n  exit 1\nfi\ncto-lint --staged\n',
      'decides',
    ],
    [
      'if ! command -v cto-lint >/dev/null; then\n  echo no\n  exit 0\nfi\ncto-lint --staged\n',
      'stepped-aside',
    ],
    ['command -v cto-lint >/dev/null || exit 0\ncto-lint --staged\n', 'stepped-aside'],
    ['command -v cto-lint >/dev/null || { echo no; exit 1; }\ncto-lint --staged\n', 'decides'],
    ['if ! cto-lint --staged; then\n  echo no\n  exit 1\nfi\nnpm test\n', 'decides'],
    ['if cto-lint --staged; then echo yes; else exit 1; fi\nnpm test\n', 'decides'],
    ['if cto-lint --staged; then echo yes; fi', 'unknown'],
    ['if [ "$1" = a ]; then exit 0; elif command -v cto-lint; then cto-lint --staged; fi', 'unknown'],
    // What cannot be told.
    ['for a in 1 2; do cto-lint --staged; done', 'unknown'],
    ['judge() {\n  cto-lint --staged\n}\njudge\n', 'unknown'],
    ['case $1 in\n  a) cto-lint --staged ;;\nesac\n', 'unknown'],
    ['cto-lint --stdin <<X\na\nX\n', 'unknown'],
    ['(cd docs && cto-lint --staged)', 'decides'],
    ['(cto-lint --staged)\necho done\n', 'passed-over'],
    // What is a call, and what speaks of one.
    ['. "$(dirname -- "$0")/_/husky.sh"\n\nnpx --no cto-lint\n', 'decides'],
    ['npx --no -- cto-lint --staged', 'decides'],
    ['CI=1 node /srv/cto-lint/dist/main.js --staged', 'decides'],
    ['npm exec cto-lint -- --staged', 'decides'],
    ['cto-lint --version', 'none'],
    ['echo cto-lint', 'none'],
    ['npm install cto-lint', 'none'],
    ['# cto-lint --staged\nnpm test\n', 'none'],
    ['npm test # cto-lint --staged\n', 'none'],
  ])('%j: %s', (text, expected) => {
    expect(readDeciding(text, SH)).toBe(expected);
  });

  it('heeds how the shell is started', () => {
    expect(readDeciding('cto-lint --staged\nnpm test\n', { ...SH, errexit: true })).toBe('decides');
    expect(readDeciding('cto-lint --staged | tee log', { ...SH, pipefail: true })).toBe('decides');
  });
});
