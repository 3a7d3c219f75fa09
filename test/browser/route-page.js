// Looks at `status --format html` in a real Chromium: `npm run test:browser`. Not part of `npm test`, which needs no browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const folder = mkdtempSync(join(tmpdir(), 'cto-lint-browser-'));

function chromium(...args) {
  const always = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    // A browser on its own asks the network for one thing and another; CI has none, and a test wants none.
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${join(folder, 'profile')}`,
  ];
  return execFileSync(CHROMIUM, [...always, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function picture(name, ...args) {
  const file = join(folder, name);
  chromium(`--screenshot=${file}`, '--window-size=1200,1400', ...args, page);
  return readFileSync(file);
}

const file = join(folder, 'route.html');
writeFileSync(file, execFileSync(process.execPath, ['dist/main.js', 'status', '--format', 'html']));
const page = `file://${file}`;

try {
  const dom = chromium('--dump-dom', page);
  const boxes = dom.match(/<a class="node[^>]*href="#row-\d+"[^>]*aria-label="[^"]+"/g) ?? [];
  assert.ok(boxes.length > 3, 'each box is a link with a label, which the keyboard reaches');
  for (const [, row] of dom.matchAll(/href="#(row-\d+)"/g)) assert.ok(dom.includes(`id="${row}"`), row);
  const light = picture('light.png', '--blink-settings=preferredColorScheme=1');
  const dark = picture('dark.png', '--blink-settings=preferredColorScheme=0');
  assert.ok(light.length > 20_000 && dark.length > 20_000, 'something is drawn');
  assert.ok(!light.equals(dark), 'light and dark differ');
  console.log(`${boxes.length} boxes, light and dark: fine`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
