import {
  type Contradiction,
  EXIT_CODE,
  isOfBaseline,
  NOT_ADMITTED,
  type Own,
  otherEngine,
  otherRun,
  otherTime,
  RUN_FAILED,
  saysFailed,
  TIMED_OUT,
  WRITES,
} from './contradiction.ts';
import { plainKey } from './plain-key.ts';
import { timeOf } from './times.ts';

type Data = Readonly<Record<string, unknown>>;

// `run_id`, `hei.run.id`, `runDir`. Not `previous_run_id`: what a record says of another run is no word about this one.
const RUN_KEY = /^(?:hei|harness|case|this|current)?run(?:id|name|dir|directory|path)?$/;
const ENGINE_KEY = /^(?:hei|harness|run)?engine$/;

/** Keys for when a record was written. A commit, a cookie or a licence that it tells of has dates under other keys, or deeper down. */
const TIME_KEYS = new Set([
  ...[
    'ts',
    'time',
    'timestamp',
    'at',
    'datetime',
    'asctime',
    'eventtime',
    'occurredat',
    'emittedat',
    'loggedat',
  ],
  ...[
    'recordedat',
    'observedat',
    'starttime',
    'endtime',
    'startedat',
    'finishedat',
    'endedat',
    'completedat',
  ],
  ...['timeunixnano', 'observedtimeunixnano', 'starttimeunixnano', 'endtimeunixnano'],
]);

/** Where formats of logs keep what belongs to the record itself. */
const WRAPPERS = new Set([
  'attributes',
  'resource',
  'context',
  'meta',
  'metadata',
  'data',
  'payload',
  'tags',
]);

const NAME_KEYS = ['event', 'type', 'kind', 'name', 'eventtype', 'eventname', 'msg', 'message', 'marker'];
const OUTCOME_KEYS = ['status', 'result', 'outcome', 'reason', 'error', 'code'];

const TIMEOUT =
  /^(?:backend_|case_)?provider_(?:timeout|timed_out)(?:_(?:txt|exceeded|reached|fired|expired|after|after_\w{1,12}))?$/;
const BLOCKED = /^(?:backend_|case_)?(?:provider_(?:and_)?)?model_(?:is_)?not_admitted(?:_txt)?$/;
const RUN_ENDS =
  /^(?:hei_|harness_|case_)?run_(?:end|ended|finish|finished|complete|completed|done|result|stopped|exited)$/;
const RUN_FAILS =
  /^(?:hei_|harness_|case_)?run_(?:failed|failure|aborted|crashed|cancell?ed|blocked|timed_out|timeout|killed)$/;

/** A check that passed, a timer that was set: no such thing happened. */
const NO_EVENT = /check|config|setting|option|limit|timer|armed|test/;

/** `provider.timeout`, `ProviderTimeout` and `Provider timeout` alike. */
function plainWords(value: string): string {
  return value
    .slice(0, 100)
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

function isMapping(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lastPart(path: string): string {
  // A run's name and what may follow it are shorter.
  return (
    path
      .slice(-300)
      .split('/')
      .findLast((part) => part !== '') ?? ''
  );
}

function wordsAt(keys: readonly string[], entries: ReadonlyMap<string, unknown>): readonly string[] {
  return keys.flatMap((key) => {
    const value = entries.get(key);
    return typeof value === 'string' ? [plainWords(value)] : [];
  });
}

function* ofEvent(entries: ReadonlyMap<string, unknown>): Generator<Contradiction> {
  const names = wordsAt(NAME_KEYS, entries);
  const outcomes = wordsAt(OUTCOME_KEYS, entries);
  const didNot =
    outcomes.some((word) => /^(?:ok|pass|passed|none|clear)$/.test(word)) ||
    ['ok', 'passed'].some((key) => entries.get(key) === true) ||
    ['fired', 'triggered'].some((key) => entries.get(key) === false) ||
    names.some((word) => NO_EVENT.test(word));
  const words = didNot ? [] : [...names, ...outcomes];
  if (words.some((word) => TIMEOUT.test(word)) || entries.get('providertimeout') === true) yield TIMED_OUT;
  if (words.some((word) => BLOCKED.test(word))) yield NOT_ADMITTED;
  const failed = outcomes.some((word) => saysFailed(word));
  if (names.some((word) => RUN_FAILS.test(word) || (failed && RUN_ENDS.test(word)))) yield RUN_FAILED;
}

/** What a key says wherever the record keeps it. */
function* ofEntry(key: string, value: unknown, own: Own, isBaseline: boolean): Generator<Contradiction> {
  if (typeof value === 'string' && RUN_KEY.test(key)) yield* otherRun(lastPart(value), own);
  if (typeof value === 'string' && ENGINE_KEY.test(key) && !isBaseline) yield* otherEngine(value);
  if (typeof value === 'number' && key === 'backendexitcode' && value !== 0 && !isBaseline) yield EXIT_CODE;
  if (value === false && key === 'allowedwritespassed' && !isBaseline) yield WRITES;
}

/** What one record of events or of a trace says of the run, and the report does not. `line` is its text. */
export function* contradictionsInRecord(record: unknown, line: string, own: Own): Generator<Contradiction> {
  if (!isMapping(record)) return;
  const isBaseline = isOfBaseline(line);
  const entries = new Map(Object.entries(record).map(([key, value]) => [plainKey(key), value]));
  for (const [key, value] of entries) {
    yield* ofEntry(key, value, own, isBaseline);
    if (TIME_KEYS.has(key)) yield* otherTime(timeOf(value), own);
    if (!isMapping(value)) continue;
    if (key === 'run' && typeof value.id === 'string') yield* otherRun(value.id, own);
    if (!WRAPPERS.has(key)) continue;
    for (const [inner, held] of Object.entries(value)) yield* ofEntry(plainKey(inner), held, own, isBaseline);
  }
  if (!isBaseline) yield* ofEvent(entries);
}
