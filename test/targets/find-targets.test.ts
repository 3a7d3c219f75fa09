import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/name.ts';
import { findTargets } from '../../src/targets/find-targets.ts';
import { compileTargets } from '../../src/targets/matcher.ts';

const matcher = compileTargets([
  {
    name: nameOf('pay'),
    paths: ['/opt/money/pay', '~/code/pay', 'D:\\vault\\Pay Desk', '/data/caf\u00e9'],
    remotes: ['github.com/borealis/pay', 'git.borealis.test/money/pay'],
  },
]);

const found = (text: string) =>
  findTargets(text, matcher).map(({ start, end, by }) => `${by} ${text.slice(start, end)}`);

const ESC = '\u001b';
const ZERO_WIDTH = '\u200b';

/** Each spelling beside the neighbour that looks like it and is something else. */
const PATHS: readonly [why: string, bypass: string, mention: string, twin: string][] = [
  ['plain', 'in /opt/money/pay', '/opt/money/pay', 'in /opt/money/pay-notes'],
  ['inside', '/opt/money/pay/src/a.ts', '/opt/money/pay', '/opt/money/payroll/src/a.ts'],
  ['end of a sentence', 'See /opt/money/pay.', '/opt/money/pay', 'See /opt/money/pay.md'],
  ['brackets', '(/opt/money/pay)', '/opt/money/pay', '(/opt/money/pay2)'],
  ['angle brackets', '<file:///opt/money/pay>', 'file:///opt/money/pay', '<https://opt.test/money/pay>'],
  ['code', '`/opt/money/pay`', '/opt/money/pay', '`opt/money/pay`'],
  ['option', '--git-dir=/opt/money/pay/.git', '/opt/money/pay', '--git-dir=./opt/money/pay/.git'],
  ['option, glued', 'git -C/opt/money/pay log', '/opt/money/pay', 'git C/opt/money/pay log'],
  ['list', 'PATH=/bin:/opt/money/pay', '/opt/money/pay', 'PATH=/bin:x/opt/money/pay'],
  ['list after one letter', 'PATH=/a/x:/opt/money/pay', '/opt/money/pay', 'PATH=/a/x:y/opt/money/pay'],
  [
    'drive after a slash',
    'file:///d:/vault/Pay Desk',
    'file:///d:/vault/Pay Desk',
    'file:///e:/vault/Pay Desk',
  ],
  [
    'shell',
    'ssh://kim@b.test:22/opt/money/pay',
    'ssh://kim@b.test:22/opt/money/pay',
    'ssh://kim@b.test/x/opt/money/pay',
  ],
  [
    'file transfer',
    'sftp://b.test/opt/money/pay',
    'sftp://b.test/opt/money/pay',
    'ftp://b.test/opt/money/pay',
  ],
  ['case', '/Opt/Money/PAY', '/Opt/Money/PAY', '/Opt/Money/PAYS'],
  ['tilde', '~/code/pay', '~/code/pay', '/code/pay'],
  ['person', '~jp/code/pay', '~jp/code/pay', '~jp/code/pay_x'],
  ['home', '/home/jp/code/pay', '/home/jp/code/pay', '/home/code/pay'],
  ['home of root', '/root/code/pay', '/root/code/pay', '/boot/code/pay'],
  ['home of macOS', '/Users/jp/code/pay', '/Users/jp/code/pay', '/Users/jp/x/code/pay'],
  ['home of Windows', 'C:\\Users\\jp\\code\\pay', 'C:\\Users\\jp\\code\\pay', 'C:\\Users\\code\\pay'],
  ['$HOME', '$HOME/code/pay', '$HOME/code/pay', '$GOPATH/code/pay'],
  ['$' + '{HOME}', '$' + '{HOME}/code/pay', '$' + '{HOME}/code/pay', '$' + '{BASE}/code/pay'],
  ['%USERPROFILE%', '%USERPROFILE%\\code\\pay', '%USERPROFILE%\\code\\pay', '%TEMP%\\code\\pay'],
  ['$env:', '$env:USERPROFILE\\code\\pay', '$env:USERPROFILE\\code\\pay', '$env:TEMP\\code\\pay'],
  [
    'localhost',
    'file://localhost/opt/money/pay',
    'file://localhost/opt/money/pay',
    'http://localhost/opt/money/pay',
  ],
  [
    'editor',
    'vscode://file/opt/money/pay:3',
    'vscode://file/opt/money/pay',
    'vscode://other.test/opt/money/pay',
  ],
  ['dot', '/opt/./money/pay', '/opt/./money/pay', '/opt/.x/money/pay'],
  ['slashes', '//opt///money//pay', '//opt///money//pay', '//cdn.test/opt/money/pay'],
  ['up and down', '/opt/x/../money/pay', '/opt/x/../money/pay', '/opt/x/./money/pay'],
  ['left and entered', '/opt/money/pay-x/../pay', '/opt/money/pay-x/../pay', '/opt/money/pay-x/pay'],
  [
    'WSL',
    '\\\\wsl$\\Debian\\opt\\money\\pay',
    '\\\\wsl$\\Debian\\opt\\money\\pay',
    '\\\\nas\\Debian\\opt\\money\\pay',
  ],
  [
    'WSL, new',
    '\\\\wsl.localhost\\U\\opt\\money\\pay',
    '\\\\wsl.localhost\\U\\opt\\money\\pay',
    '\\\\wsl.other\\U\\opt\\money\\pay',
  ],
  ['drive', 'D:\\vault\\Pay Desk\\x', 'D:\\vault\\Pay Desk', 'D:\\vault\\Pay Desks\\x'],
  ['mounted drive', '/mnt/d/vault/Pay Desk', '/mnt/d/vault/Pay Desk', '/mnt/e/vault/Pay Desk'],
  ['device', '\\\\?\\D:\\vault\\Pay Desk', '\\\\?\\D:\\vault\\Pay Desk', '\\\\?\\E:\\vault\\Pay Desk'],
  ['JSON slash', '"\\/opt\\/money\\/pay"', '\\/opt\\/money\\/pay', '"\\/opt\\/money\\/pay-x"'],
  [
    'JSON escape',
    '"\\u002fopt\\u002Fmoney\\u002fpay"',
    '\\u002fopt\\u002Fmoney\\u002fpay',
    '"\\u002fopt\\u002fmoney\\u002fpay\\u002dx"',
  ],
  [
    'JSON, nested',
    '"{\\"a\\":\\"\\\\/opt\\\\/money\\\\/pay\\"}"',
    '\\\\/opt\\\\/money\\\\/pay',
    '"{\\"a\\":\\"\\\\/opt\\\\/money\\\\/pays\\"}"',
  ],
  [
    'YAML',
    '"\\x2fopt\\x2fmoney\\x2fpay"',
    '\\x2fopt\\x2fmoney\\x2fpay',
    '"\\x2fopt\\x2fmoney\\x2fpay\\x2dx"',
  ],
  ['line end escaped', '"at\\n/opt/money/pay\\nnext"', '/opt/money/pay', '"at\\n/opt/money/pays\\nnext"'],
  ['percent', '/opt/a/%2e%2e/money/pay', '/opt/a/%2e%2e/money/pay', '/opt/a/%2e/money/pay'],
  [
    'percent, twice',
    '%252fopt%252fmoney%252fpay 100%',
    '%252fopt%252fmoney%252fpay',
    '%252fopt%252fmoney%252fpay%252dx 100%',
  ],
  ['percent, space of a name', 'D:/vault/Pay%20Desk', 'D:/vault/Pay%20Desk', '/opt/money/pay%20desk'],
  [
    'zero width',
    `/opt/mo${ZERO_WIDTH}ney/p${ZERO_WIDTH}ay`,
    `/opt/mo${ZERO_WIDTH}ney/p${ZERO_WIDTH}ay`,
    `/opt/mo${ZERO_WIDTH}ney/p${ZERO_WIDTH}ays`,
  ],
  ['decomposed', '/data/cafe\u0301', '/data/cafe\u0301', '/data/cafe'],
  ['percent, other letters', '/data/caf%C3%A9', '/data/caf%C3%A9', '/data/caf%C3%A8'],
  ['wrapped after a slash', 'in /opt/money/\n  pay for', '/opt/money/\n  pay', 'in /opt/money/\n\npay for'],
  ['wrapped in a name', '> in /opt/mon\n> ey/pay for', '/opt/mon\n> ey/pay', '> in /opt/mon\n> key/pay for'],
];

describe('findTargets, paths', () => {
  it.each(PATHS)('finds by %s: %j', (_why, bypass, mention) => {
    expect(found(bypass)).toEqual([`path ${mention}`]);
  });

  it.each(PATHS)('leaves the twin of %s alone', (_why, _bypass, _mention, twin) => {
    expect(found(twin)).toEqual([]);
  });
});

/** Found by looking for holes: how shells, markup, logs, mail and programs take a path apart. */
const FURTHER: readonly [why: string, bypass: string, twin: string][] = [
  ['quotes of a shell', '/opt/"money"/pa\'\'y', '/opt/"money"/pa\'\'ys'],
  ['quoted variable', '"$HOME"/code/pay', '"$HOMER"/code/pay'],
  ['default of a variable', '$' + '{HOME:-/x}/code/pay', '$' + '{TMP:-/x}/code/pay'],
  ['line continued by a shell', '/opt/money/\\\npay', '/opt/money/\\\npays'],
  ['escaped letters', '/o\\pt/mon\\ey/pay', '/o\\pt/mon\\ey/pays'],
  ['markdown', '**/opt/money/pay**', '**/opt/money/pay\\_x**'],
  ['markdown, underscores', '_/opt/money/pay_', '/opt/money/pay_'],
  ['entities', '&#47;opt&#x2f;money&sol;pay', '&#47;opt&#x2f;money&sol;pay&#45;x'],
  ['tags', '/opt/<b>money</b>/<wbr>pay', '/opt/<b>money</b>/<wbr>pays'],
  ['comment', '/opt/<!-- - -->money/pay', '/opt/<!-- - -->money/pay<!-- -->er'],
  ['colours', `${ESC}[31m/opt/money/${ESC}[1mpay${ESC}[0m`, `${ESC}[31m/opt/money/${ESC}[1mpay${ESC}[0m-x`],
  ['joined strings', '"/opt/" + "money/pay"', '"/opt/", "money/pay"'],
  ['joined segments', "path.join('/opt', 'money', 'pay')", "['opt', 'money', 'pay']"],
  ['joined to the home', "join(os.homedir(), 'code', 'pay')", "join(os.tmpdir(), 'code', 'pay')"],
  ['operator', 'Path.home() / "code" / "pay"', 'Path.cwd() / "code" / "pay"'],
  ['full width', '\uff0f\uff4f\uff50\uff54/money/pay', '\uff0f\uff4f\uff50/money/pay'],
  ['lookalike of a slash', '/opt\u2215money\u2044pay', '/opt\u2215money\u2044pays'],
  ['script without spaces', '\u5728/opt/money/pay\u4e2d', '\u5728/opt/money/pay2\u4e2d'],
  ['process', '/proc/self/root/opt/money/pay', '/sys/self/root/opt/money/pay'],
  ['host in a container', '/host/opt/money/pay', '/hosts/opt/money/pay'],
  ['firmlink', '/System/Volumes/Data/Users/jp/code/pay', '/System/Volumes/Other/Users/jp/code/pay'],
  ['drive of an old browser', 'file:///d|/vault/Pay%20Desk', 'file:///e|/vault/Pay%20Desk'],
  ['octal', '"\\057opt\\057money\\057pay"', '"\\057opt\\057money\\057pays"'],
  ['wide escape', '"\\U0000002fopt/money/pay"', '"\\U0000002fopt/money/pays"'],
  ['braced escape', '"\\u{2f}opt/money/pay"', '"\\u{2f}opt/money/pays"'],
  ['folder with a space', '/opt/old x/../money/pay', '/opt/old x/./money/pay'],
  ['bare copy', '/opt/money/pay.git', '/opt/money/pay.gitx'],
  ['patch', '+/opt/money/pay', 'x+y/opt/money/pay'],
  ['query', 'https://x.test/?path=%2Fopt%2Fmoney%2Fpay%20now', 'https://x.test/opt/money/pay'],
  ['template', '{{ ansible_env.HOME }}/code/pay', '{{ ansible_env.TMP }}/code/pay'],
  ['numbered folder', 'D:\\2024\\..\\vault\\Pay Desk', 'D:\\2024\\vault\\Pay Desk'],
  ['letters of mathematics', '/opt/money/\ud835\udc29ay', '/opt/money/\ud835\udc29ays'],
  ['letters in circles', '/opt/money/p\u24d0y', '/opt/money/p\u24d0ys'],
  ['anchored pattern', '^/opt/money/pay$', '^opt/money/pay$'],
  ['braces of a shell', '/opt/{money,time}/{pay,x}/src', '/opt/{money,time}/{pays,x}/src'],
  ['string template', 'f"{HOME}/code/pay"', 'f"{BASE}/code/pay"'],
  ['string template, called', '`$' + '{os.homedir()}/code/pay`', '`$' + '{os.tmpdir()}/code/pay`'],
  ['interpolation', '"#{ENV[\'HOME\']}/code/pay"', '"#{ENV[\'TMP\']}/code/pay"'],
  ['markdown in a wrapped name', '/opt/money/\npay\\.', '/opt/money/\npay\\_x'],
  ['administrative share', '\\\\localhost\\d$\\vault\\Pay Desk', '\\\\nas\\d$\\vault\\Pay Desk'],
  ['drive of Git for Windows', '/d/vault/Pay Desk', '/e/vault/Pay Desk'],
  ['call', "readFile('/opt/money/pay', 'utf8')", "readFile('/opt/money/pays', 'utf8')"],
  ['up and out', 'ln -s ../../opt/money/pay', 'ln -s ./opt/money/pay'],
];

describe('findTargets, further disguises', () => {
  it.each(FURTHER)('finds by %s', (_why, bypass) => {
    expect(found(bypass)).toHaveLength(1);
  });

  it.each(FURTHER)('leaves the twin of %s alone', (_why, _bypass, twin) => {
    expect(found(twin)).toEqual([]);
  });
});

const REMOTES: readonly [bypass: string, mention: string, twin: string][] = [
  ['git@github.com:borealis/pay.git', 'git@github.com:borealis/pay.git', 'git@github.com:borealis/pay-x.git'],
  [
    'ssh://git@github.com:22/borealis/pay',
    'ssh://git@github.com:22/borealis/pay',
    'ssh://git@gitlab.com:22/borealis/pay',
  ],
  ['https://github.com/borealis/pay', 'https://github.com/borealis/pay', 'https://example.com/borealis/pay'],
  [
    'https://a:b@github.com/borealis/pay.git',
    'https://a:b@github.com/borealis/pay.git',
    'https://github.com@b.test/borealis/pay',
  ],
  [
    'https://github.com:443/Borealis/Pay/pull/7',
    'https://github.com:443/Borealis/Pay',
    'https://github.com/borealis/paypal/pull/7',
  ],
  [
    'git://github.com./borealis/pay',
    'git://github.com./borealis/pay',
    'git://github.com.b.test/borealis/pay',
  ],
  ['github.com/borealis/pay', 'github.com/borealis/pay', 'notgithub.com/borealis/pay'],
  [
    'api.github.com/repos/borealis/pay',
    'api.github.com/repos/borealis/pay',
    'api.github.com/users/borealis/pay',
  ],
  [
    'https://github.com/x/../borealis//pay',
    'https://github.com/x/../borealis//pay',
    'https://github.com/x/borealis//pay',
  ],
  [
    'https%3A%2F%2Fgithub.com%2Fborealis%2Fpay',
    'https%3A%2F%2Fgithub.com%2Fborealis%2Fpay',
    'https%3A%2F%2Fgithub.org%2Fborealis%2Fpay',
  ],
  ['git.borealis.test:money/pay.git', 'git.borealis.test:money/pay.git', 'git.other.test:money/pay.git'],
  ['github.com/borealis/pay@v1.2', 'github.com/borealis/pay', 'github.com/borealis/pay2@v1.2'],
  ['gh:borealis/pay', 'gh:borealis/pay', '@borealis/pay'],
  ['git@work:money/pay.git', 'git@work:money/pay.git', 'money/pay'],
  ['uses: borealis/pay@v1', 'borealis/pay', 'uses: borealis/payroll@v1'],
  ['uses: borealis/pay/sub@v1', 'borealis/pay', 'uses: borealis/pay/sub'],
  [
    'uses: borealis/pay/.github/workflows/x.yml@main',
    'borealis/pay',
    'uses: aurora/borealis/pay/.github/workflows/x.yml@main',
  ],
  ['uses: Borealis/Pay/a-b/c_d@4f1c2d3', 'Borealis/Pay', 'image: borealis/pay/api@sha256:4f1c2d3'],
  ['pkg:github/borealis/pay@1', 'pkg:github/borealis/pay', 'pkg:npm/borealis/pay@1'],
  ['pkg:github/borealis/pay', 'pkg:github/borealis/pay', 'pkg:github/borealis/pay-link'],
  ['github:borealis/pay/main?dir=x', 'github:borealis/pay', 'npm:borealis/pay/main'],
  [
    'https://cdn.jsdelivr.net/gh/borealis/pay@1/x.js',
    'https://cdn.jsdelivr.net/gh/borealis/pay',
    'https://cdn.jsdelivr.net/npm/borealis/pay@1/x.js',
  ],
  ['https://ghcr.io/borealis/pay', 'https://ghcr.io/borealis/pay', 'https://quay.io/borealis/pay'],
  ['docker pull ghcr.io/borealis/pay:1.2', 'ghcr.io/borealis/pay', 'docker pull borealis/pay:1.2'],
  [
    'https://vscode.dev/github/borealis/pay',
    'https://vscode.dev/github/borealis/pay',
    'https://vscode.dev/profile/borealis/pay',
  ],
  [
    'rawcdn.githack.com/borealis/pay/1/x.js',
    'rawcdn.githack.com/borealis/pay',
    'rawcdn.githack.com/x/borealis/pay/1/x.js',
  ],
  [
    'proxy.test/github.com/borealis/pay/@v/list',
    'github.com/borealis/pay',
    'proxy.test/borealis/pay/@v/list',
  ],
];

describe('findTargets, remotes', () => {
  it.each(REMOTES)('finds %j', (bypass, mention) => {
    expect(found(bypass)).toEqual([`remote ${mention}`]);
  });

  it.each(REMOTES)('finds %j, and not its twin', (_bypass, _mention, twin) => {
    expect(found(twin)).toEqual([]);
  });
});

describe('findTargets', () => {
  it('tells targets, places and order apart', () => {
    const two = compileTargets([
      { name: nameOf('a'), paths: ['/x/a'], remotes: [] },
      { name: nameOf('b'), paths: ['/x/a/b'], remotes: ['h.test/o/b'] },
    ]);
    expect(findTargets('h.test/o/b, /x/a/b and /x/a', two)).toEqual([
      { start: 0, end: 10, target: 'b', by: 'remote' },
      { start: 12, end: 16, target: 'a', by: 'path' },
      { start: 12, end: 18, target: 'b', by: 'path' },
      { start: 23, end: 27, target: 'a', by: 'path' },
    ]);
  });

  it('finds nothing where no target is listed', () => {
    expect(findTargets('/opt/money/pay', compileTargets([]))).toEqual([]);
  });

  it('resolves relative paths from where the text lies', () => {
    const place = { root: '/opt/money/plan', from: 'docs' };
    expect(findTargets('see ../../pay/x and ../pay', matcher, place)).toEqual([
      { start: 4, end: 13, target: 'pay', by: 'path' },
    ]);
  });

  it('takes what leads out of the repository as leading anywhere', () => {
    const from = 'links/deep';
    expect(findTargets('../../../opt/money/pay', matcher, { from })).toHaveLength(1);
    expect(findTargets('../../opt/money/pay', matcher, { from })).toEqual([]);
  });

  it('finds a mention across the pieces that a long text is judged in, and only once', () => {
    const before = 'x'.repeat(256 * 1024 - 20);
    for (const shift of [0, 8, 16, 24, 60_000]) {
      const text = `${before.slice(shift)} /opt/money/pay ${'y '.repeat(600_000)}`;
      expect(findTargets(text, matcher)).toHaveLength(1);
    }
  });
});
