import { defineRule, isAhead, packageCommands, wholeFile } from '../../src/rule.ts';

type Segments = readonly string[];

function segments(path: string): Segments {
  return path.split(/[/\\]+/).filter((part) => part !== '' && part !== '.');
}

function startsWith(path: Segments, folder: Segments): boolean {
  return folder.every((part, at) => part === path[at]);
}

/** Whether a path is gone after the next restart, or can't be told where it leads. */
function isTemporary(path: string, temporary: readonly string[]): boolean {
  const parts = segments(path);
  if (parts.includes('..')) return true;
  if (/^(?:%TE?MP%|\$\{?(?:TMPDIR|TE?MP)\}?|[A-Za-z]:[\\/]+(?:Windows[\\/]+)?Temp)(?:[\\/]|$)/i.test(path))
    return true;
  if (/[\\/]AppData[\\/]+Local[\\/]+Temp[\\/]/i.test(path)) return true;
  return /^[/\\]/.test(path) && temporary.some((folder) => startsWith(parts, segments(folder)));
}

function endsWith(path: Segments, end: Segments): boolean {
  return end.length <= path.length && startsWith(path.slice(path.length - end.length), end);
}

/** The binary that may run is the one that was built here, from that source, at that commit. */
export const report = defineRule({
  id: 'build/report',
  severity: 'error',
  summary:
    'A build report has every key of its format, the policy’s source and pin, and a durable path of the binary.',
  why: 'Nobody asks a binary who it is: source, pin and digest together are its identity. A report with a gap, another source or a path in a temporary folder identifies something else, or nothing.',
  help: 'Build from the pinned source, put the binary where it stays, and record what the format asks for. A later pin is added to `build.pins` of the policy first.',
  requirements: ['BLD-1', 'BLD-2', 'BLD-3'],
  messages: {
    missing: 'The build report lacks `{key}`.',
    unknown: 'The format of a build report has no such key.',
    empty: 'In the build report `{key}` is empty.',
    wrong: 'In the build report `{key}` is not of the form that it must have.',
    noReport: 'This is no mapping of keys, so nothing is recorded.',
    source: 'The provider is not built from the source of the policy.',
    package:
      'The provider is not built from source: the build command installs or starts the package {name}.',
    pin: 'The policy does not know this commit as a pin.',
    binary: 'The path of the binary does not end as the policy says.',
    temporary: 'The binary lies in a temporary folder, or its path leads upwards.',
    digest: 'This is no digest of a file.',
    future: 'The build lies in the future.',
  },
  examples: {
    good: {
      path: 'route/lint-build-report.json',
      text: '{\n  "source_url": "https://github.com/workos/case.git",\n  "pinned_commit": "7959ac917cdeb0983b4aaa20bb9f42021747fed8",\n  "build_command": "bun run build:binary",\n  "binary_path": "dist/ca",\n  "binary_sha256": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",\n  "node_version": "v20.19.5",\n  "bun_version": "1.3.0",\n  "build_timestamp": "2026-06-03T22:10:00Z"\n}\n',
    },
    bad: { path: 'route/lint-build-report.json', text: '{ "binary_path": "/tmp/case/dist/ca" }\n' },
  },
  each: 'build-report',
  *check({ document, shortcomings, value, at }, { build, today }) {
    for (const { problem, key, ...span } of shortcomings) {
      const place = document.at(span);
      if (problem === 'unknown') yield { at: place, message: 'unknown' };
      else if (key === undefined) {
        if (document.faults.length === 0) yield { at: wholeFile(document.file), message: 'noReport' };
      } else yield { at: place, message: problem, data: { key } };
    }
    if (value === undefined || build === undefined) return;
    const { source_url, pinned_commit, build_command, binary_path, binary_sha256, build_timestamp } = value;
    if (source_url !== build.source) yield { at: document.at(at('source_url')), message: 'source' };
    // A package of that name is another program, whatever source and commit are written beside it.
    for (const name of build.packages)
      if (packageCommands(build_command.replace(/["']/g, ' '), name).length > 0)
        yield { at: document.at(at('build_command')), message: 'package', data: { name } };
    if (!build.pins.includes(pinned_commit)) yield { at: document.at(at('pinned_commit')), message: 'pin' };
    const path = document.at(at('binary_path'));
    if (!endsWith(segments(binary_path), segments(build.binary))) yield { at: path, message: 'binary' };
    if (isTemporary(binary_path, build.temporary)) yield { at: path, message: 'temporary' };
    // One sign repeated is a placeholder, not a digest.
    if (/^(.)\1*$/.test(binary_sha256)) yield { at: document.at(at('binary_sha256')), message: 'digest' };
    if (isAhead(build_timestamp, today)) yield { at: document.at(at('build_timestamp')), message: 'future' };
  },
});
