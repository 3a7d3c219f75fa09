/** When something happened, in milliseconds since 1970, and by how much that may be off. */
export interface Moment {
  readonly at: number;
  readonly slack: number;
}

/** From when to when a run went; NaN where the report does not say. */
export interface Span {
  readonly started: number;
  readonly finished: number;
}

/** Clocks of two machines differ, and a last line may be written while the report is. */
const SLACK = 30 * 1000;
/** A time without a zone may be that of any place of the earth. */
const ANY_ZONE = 14 * 60 * 60 * 1000;

// `2026-06-02T10:15:04.120Z`, `2026-06-02 10:15:04,120`, `2026-06-02T10:15:04+0200`
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})? ?(Z|UTC|[+-]\d{2}:?\d{2})?(?![\w:+-])/i;

function zoneOf(zone: string): string {
  return /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
}

/** A time that a text begins with. */
export function writtenTime(text: string): Moment | undefined {
  const [, day, time, zone] = WRITTEN.exec(text) ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${day}T${time}${zoneOf(zone ?? 'Z')}`);
  return Number.isNaN(at) ? undefined : { at, slack: zone === undefined ? SLACK + ANY_ZONE : SLACK };
}

/** Units of counted times, by the milliseconds that one has: what is so large can be no count from the start of a run. */
const UNITS = [1, 1e-3, 1e-6];
const [EARLIEST, LATEST] = [1.5e12, 2.5e12];

/** A time that a logger counts since 1970, in milliseconds or parts of one; in seconds only with a fraction. */
export function countedTime(value: number): Moment | undefined {
  const units = Number.isInteger(value) ? UNITS : [1000, ...UNITS];
  const at = units.map((unit) => value * unit).find((time) => time > EARLIEST && time < LATEST);
  return at === undefined ? undefined : { at, slack: SLACK };
}

/** A time as a record of a log holds it. */
export function timeOf(value: unknown): Moment | undefined {
  if (typeof value === 'number') return countedTime(value);
  if (typeof value !== 'string') return undefined;
  return /^\d{13,19}$/.test(value) ? countedTime(Number(value)) : writtenTime(value);
}

export function isOutside({ at, slack }: Moment, { started, finished }: Span): boolean {
  return at + slack < started || at - slack > finished;
}
