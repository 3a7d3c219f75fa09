import { isOutside, type Span, writtenTime } from './times.ts';

/**
 * Whether a log is of another time: it begins with a time, as a log with times does, and of all the times that its lines
 * begin with none is of the run. Single ones may be dates that a program printed: of a commit, a licence, a fixture.
 */
export class LogTimes {
  readonly #span: Span;
  #state: 'before' | 'outside' | 'done' = 'before';

  constructor(span: Span) {
    this.#span = span;
  }

  read(line: string): void {
    if (this.#state === 'done' || line.trim() === '') return;
    const moment = writtenTime(line.replace(/^[\s[(]{1,4}/, ''));
    if (moment === undefined) {
      if (this.#state === 'before') this.#state = 'done';
      return;
    }
    this.#state = isOutside(moment, this.#span) ? 'outside' : 'done';
  }

  get isOfAnotherTime(): boolean {
    return this.#state === 'outside';
  }
}
