import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';
import { toolOutput } from './tool-output.ts';

const SLUGS = [
  'r1-string-slugify',
  'r2-date-parse',
  'r3-queue-drain',
  'r4-price-round',
  'r5-graph-walk',
  'r6-title-case',
];
const TOOLS = ['read_file', 'bash', 'apply_patch', 'bash', 'grep', 'write_file', 'bash'];
const THOUGHTS = [
  'The failing assertion compares the wrong type, so the fixture is right and the function is not.',
  'Next the edge case of an empty value: the function should give it back untouched.',
  'All of the cases pass now, the patch stays within the allowed paths.',
  'A second look at the loop shows that the last element is never visited.',
];

/** Writes `count` run directories below `root`, the files of each as the harness writes them. */
export function generateRuns(root: string, count: number, seed: number, modules: string): readonly string[] {
  return Array.from({ length: count }, (_, i) => generateRun(root, new Random(seed + i * 7919), modules));
}

function generateRun(root: string, random: Random, modules: string): string {
  const start = Date.UTC(
    2026,
    random.below(9),
    1 + random.below(28),
    random.below(24),
    random.below(60),
    random.below(60),
  );
  const stamp = new Date(start).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const run = `${stamp}-${random.pick(SLUGS)}-${1000 + random.below(900_000)}`;
  const tools = toolOutput(random, modules);
  let clock = start;
  const tick = () => {
    clock += 40 + random.below(4000);
    return new Date(clock).toISOString();
  };
  const session = random.uuid();
  const files: Record<string, string> = {
    'events.normalized.jsonl': events(random, tick, run, session),
    'trace.jsonl': trace(random, tick, run, session, tools),
    'patch.diff': tools.patch,
    'test.log': tools.test,
    'backend/stdout.log': backend(random, tick, session, tools.install),
    'backend/stderr.log': `${tools.compile}${tools.commits}`,
  };
  const finished = new Date(clock).toISOString();
  files['report.md'] = reportMarkdown(random, run, start, finished);
  const digests = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      `sha256:${createHash('sha256').update(text).digest('hex')}`,
    ]),
  );
  files['report.json'] = `${JSON.stringify(
    {
      run_id: run,
      engine: 'case',
      stage: 2,
      status: random.pick(['pass', 'fail', 'blocked']),
      started_at: new Date(start).toISOString().replace('.000', ''),
      finished_at: finished.replace(/\.\d+/, ''),
      source_admission_status: 'admitted',
      case_process_started: true,
      backend_exit_code: random.below(3),
      allowed_writes_passed: true,
      changed_files: tools.changed,
      allowed_paths: ['src/**'],
      blockers: [],
      case_model_provider: 'openai-codex',
      case_model: 'gpt-5.5',
      case_model_admission_status: 'admitted',
      artifact_digests: digests,
      freshness: {
        run_id: run,
        oldest_artifact_at: new Date(start + 1000).toISOString().replace('.000', ''),
      },
      baseline: { engine: 'fake', run_id: run, status: 'pass' },
    },
    null,
    2,
  )}\n`;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, run, 'backend'), { recursive: true });
    writeFileSync(join(root, run, name), text);
  }
  return join(root, run);
}

const jsonLines = (records: readonly object[]) =>
  `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

function events(random: Random, tick: () => string, run: string, session: string): string {
  const types = [
    'run.started',
    'admission.checked',
    'case_process_started',
    'turn.started',
    'tool.called',
    'tool.finished',
    'turn.finished',
    'writes.checked',
    'run.finished',
  ];
  return jsonLines(
    Array.from({ length: 14 + random.below(20) }, (_, seq) => ({
      ts: tick(),
      seq,
      type: types[Math.min(seq, types.length - 1) % types.length],
      run_id: run,
      session_id: session,
      duration_ms: random.below(9000),
      ...(seq % 3 === 0
        ? { pid: 1000 + random.below(90_000) }
        : { input_tokens: random.below(40_000), output_tokens: random.below(4000) }),
    })),
  );
}

function trace(
  random: Random,
  tick: () => string,
  run: string,
  session: string,
  tools: { readonly test: string; readonly patch: string },
): string {
  const records: object[] = [
    {
      timestamp: tick(),
      kind: 'prompt',
      run_id: run,
      prompt: `Mend the function of ${run} so that its tests pass.`,
    },
  ];
  for (let turn = 0; turn < 8 + random.below(8); turn++) {
    const tool = random.pick(TOOLS);
    const call = `call_${random.hex(24)}`;
    records.push({
      timestamp: tick(),
      kind: 'message',
      role: 'assistant',
      session_id: session,
      turn,
      text: random.pick(THOUGHTS),
      usage: { input_tokens: random.below(50_000), output_tokens: random.below(3000) },
    });
    records.push({
      timestamp: tick(),
      kind: 'tool_call',
      call_id: call,
      tool,
      cwd: `/tmp/case-${random.hex(8)}/work`,
      arguments: { path: `src/${random.hex(4)}.js` },
    });
    records.push({
      timestamp: tick(),
      kind: 'tool_result',
      call_id: call,
      tool,
      exit_code: random.below(2),
      elapsed_ms: random.below(5000),
      stdout:
        tool === 'bash' ? tools.test.slice(0, 1500) : tool === 'apply_patch' ? tools.patch.slice(0, 800) : '',
    });
  }
  return jsonLines(records);
}

function backend(random: Random, tick: () => string, session: string, install: string): string {
  const level = () => random.pick(['INFO ', 'DEBUG', 'WARN ', 'INFO ']);
  const say = () =>
    random.pick([
      `session ${session.slice(0, 8)} heartbeat ok latency=${random.below(900)}ms`,
      `stream chunk ${random.below(5000)} received bytes=${random.below(90_000)}`,
      `tool finished exit=${random.below(2)} elapsed=${random.below(9000)}ms`,
      `retry ${1 + random.below(3)} of 3 after ${random.below(4000)}ms: upstream closed the stream`,
      `context window at ${random.below(100)}% (${random.below(200_000)} tokens)`,
      'checkpoint written to the workspace, nothing outside of the allowed paths',
    ]);
  const lines = Array.from({ length: 20 + random.below(30) }, () => `${tick()} ${level()} backend: ${say()}`);
  lines.splice(5, 0, install.trimEnd());
  return `${lines.join('\n')}\n`;
}

function reportMarkdown(random: Random, run: string, start: number, finished: string): string {
  return `# Run ${run}

| Field | Value |
| --- | --- |
| Engine | case |
| Stage | 2 |
| Started | ${new Date(start).toISOString()} |
| Finished | ${finished} |
| Tokens in | ${random.below(400_000)} |
| Tokens out | ${random.below(40_000)} |

## Checks

- allowed writes: passed, ${1 + random.below(4)} of ${120 + random.below(300)} files looked at in ${random.below(900)} ms
- digests: ${random.hex(12)} over 6 artifacts, ${random.below(90_000)} bytes
- baseline: fake engine, ${random.below(50)}.${random.below(99)} s
`;
}
