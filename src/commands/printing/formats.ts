import { closeSync, constants, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { FORMAT_NAMES, type FormatName, isFormatName } from '../../report/formats.ts';
import { nearest } from '../../suggestion.ts';
import { UsageError } from '../failure.ts';

/** One `--format NAME[:FILE]`. */
export interface FormatRequest {
  readonly name: FormatName;
  /** Where it goes; standard output where there is none. */
  readonly file: string | undefined;
}

function parseFormat(text: string): FormatRequest {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  if (!isFormatName(name)) {
    const near = nearest(name, FORMAT_NAMES);
    throw new UsageError(
      'There is no format of that name.',
      `${near === undefined ? '' : `Did you mean \`${near}\`? `}Formats are ${FORMAT_NAMES.join(', ')}.`,
    );
  }
  if (colon === text.length - 1)
    throw new UsageError('The format names no file after its colon.', 'Write `--format json:report.json`.');
  return { name, file: colon < 0 ? undefined : text.slice(colon + 1) };
}

/**
 * `pretty` where none is asked for. Only one may go to standard output, where two would be one text that is neither, and
 * only one to a file, where the second would be all that is left. Files count from `cwd`.
 */
export function parseFormats(texts: readonly string[] | undefined, cwd: string): readonly FormatRequest[] {
  const requests = (texts ?? ['pretty']).map(parseFormat);
  if (requests.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      'Two formats would go to standard output.',
      'Give all but one a file: `--format sarif:report.sarif`.',
    );
  }
  const files = requests.flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)]));
  if (new Set(files).size < files.length) {
    throw new UsageError(
      'Two formats would go to one file.',
      'Give each a file of its own: `--format json:report.json --format sarif:report.sarif`.',
    );
  }
  return requests;
}

/** The files that reports go to. */
export function formatFiles(texts: readonly string[] | undefined, cwd: string): readonly string[] {
  return parseFormats(texts, cwd).flatMap(({ file }) => file ?? []);
}

/**
 * A pipe, held open while it is written to. One that nobody reads fails, where opening it to write would wait for somebody
 * (fifo(7)); writing itself waits for the reader, as it should.
 */
function heldPipe(path: string): number | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFIFO()) return undefined;
  return openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
}

/** Writes a report; the folder is made. The path is the user's own argument, so it may lie anywhere. */
export function writeReportFile(file: string, text: string, cwd: string): void {
  const path = resolve(cwd, file);
  let pipe: number | undefined;
  try {
    makeFolder(dirname(path));
    pipe = heldPipe(path);
    writeFileSync(path, text);
  } catch (cause) {
    const error = new UsageError(
      'The report could not be written to its file.',
      'Name a file in a folder that you may write to.',
    );
    error.cause = cause;
    throw error;
  } finally {
    if (pipe !== undefined) closeSync(pipe);
  }
}
