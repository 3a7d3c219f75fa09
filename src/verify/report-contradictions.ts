import { runDirectoriesNamed } from '../evidence/run-directory.ts';
import {
  type Contradiction,
  EXIT_CODE,
  isOfBaseline,
  type Own,
  otherEngine,
  otherRun,
  otherTime,
  RUN_FAILED,
  saysFailed,
} from './contradiction.ts';
import { writtenTime } from './times.ts';

// `Status: fail`, `- **Run ID:** 2026…`, `| Engine | fake |`, `run_id: 2026…`
const FIELD =
  /^\s{0,8}(?:[-*+]\s{1,4}|\|\s{0,8}|>\s{0,4})?[*_`]{0,3}([A-Za-z][A-Za-z0-9 _-]{0,40})[*_`]{0,3}\s{0,8}[:|=]\s{0,8}(\S.{0,300})$/;
const HEADING = /^\s{0,3}(#{1,6})\s{1,8}(.{1,300})$/;

/** A section that tells of the run as a whole; others tell of steps, of single checks, or of what was before. */
const OWN_SECTION =
  /^(?:\d{1,2}[.)]?\s{1,4})?(?:the\s|overall\s|final\s|run\s|hei\s)?(?:run|status|results?|outcome|verdict|summary|conclusion|overview|report|metadata|details)\b/i;
const OTHER_TIME = /\b(?:before|previous|earlier|prior|last|other|expected|example|history)\b/i;

const RUN_LABEL = /^(?:hei |harness |case |this )?run(?: ?id| ?name| ?dir(?:ectory)?)?$/;
const ENGINE_LABEL = /^(?:hei |harness |run )?engine$/;
const TIME_LABEL = /^(?:run )?(?:start(?:ed)?|began|finish(?:ed)?|end(?:ed)?|completed)(?: at| time)?$/;
const STATUS_LABEL =
  /^(?:the )?(?:hei |harness |case |run |overall |final |stage 2 )?(?:status|result|outcome|verdict)$/;

function plain(value: string): string {
  return value.replace(/[*_`|]{1,3}\s{0,8}$|^[*_`]{1,3}/g, '').trim();
}

/** The report of a run for people, read line by line: what its fields say of the run, and `report.json` does not. */
export class ReportReader {
  readonly #own: Own;
  #isOwn = true;
  #isFirst = true;
  #inFence = false;
  /** Below a heading that asks for it, the answer. */
  #awaitsStatus = false;

  constructor(own: Own) {
    this.#own = own;
  }

  *contradictionsIn(line: string): Generator<Contradiction> {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) this.#inFence = !this.#inFence;
    if (this.#inFence || line.trim() === '') return;
    const [, signs, heading] = HEADING.exec(line) ?? [];
    if (heading !== undefined) {
      yield* this.#ofHeading(signs!, heading.replace(/\s{1,8}#{1,6}\s{0,8}$/, ''));
      return;
    }
    if (!this.#isOwn) return;
    if (this.#awaitsStatus && saysFailed(plain(line))) yield RUN_FAILED;
    this.#awaitsStatus = false;
    const [, label, value] = FIELD.exec(line) ?? [];
    if (value !== undefined)
      yield* this.#ofField(
        label!
          .toLowerCase()
          .replace(/[_\s-]{1,8}/g, ' ')
          .trim(),
        plain(value),
      );
  }

  *#ofHeading(signs: string, heading: string): Generator<Contradiction> {
    const isTitle = this.#isFirst && signs === '#';
    this.#isFirst = false;
    const named = runDirectoriesNamed(heading);
    // A slug is no word of the heading.
    const words = named.reduce<string>((rest, run) => rest.replaceAll(run, ''), heading);
    const isApart = isOfBaseline(words) || OTHER_TIME.test(words);
    this.#isOwn = !isApart && (isTitle || OWN_SECTION.test(heading));
    this.#awaitsStatus = STATUS_LABEL.test(heading.toLowerCase());
    // One that names this run too compares them.
    if (isTitle && !isApart && named.length === 1) yield* otherRun(named[0]!, this.#own);
  }

  *#ofField(label: string, value: string): Generator<Contradiction> {
    const own = this.#own;
    const word = value.split(/[\s,;)]/, 1)[0]!;
    if (RUN_LABEL.test(label)) yield* otherRun(plain(word.replace(/[./]$/, '')), own);
    if (ENGINE_LABEL.test(label)) yield* otherEngine(plain(word.replace(/\.$/, '')));
    if (TIME_LABEL.test(label)) yield* otherTime(writtenTime(value), own);
    if (STATUS_LABEL.test(label) && saysFailed(value)) yield RUN_FAILED;
    if (label === 'backend exit code' && /^-?[1-9]\d{0,9}\b/.test(value)) yield EXIT_CODE;
  }
}
