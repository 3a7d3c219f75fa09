/**
 * A cheap first question, since nearly every text names no target: do the letters and digits of a target's last names
 * stand in the text in their order? Separators, quotes, line ends and markup between them are left out on both sides,
 * so that no spelling of a path escapes; what looks alike is looked at properly.
 */
export interface Prefilter {
  /** By the last two names, where no `..`, escape or braces can stand between them. `undefined`: always look. */
  readonly pair: RegExp | undefined;
  readonly last: RegExp | undefined;
  /** Every name is of ASCII: letters of other scripts can be left alone. */
  readonly isAscii: boolean;
}

/** What can put letters between two names: `..`, `\n`, `/{a,b}/`. */
const MAY_DIVIDE = /\\|\.\.|\/\{/;
/** 1 for the letters and digits of ASCII, in lower case. */
const IS_LETTER = new Uint8Array(128);
for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789') IS_LETTER[sign.charCodeAt(0)] = 1;

export function prefilterOf(paths: readonly (readonly string[])[]): Prefilter {
  return {
    pair: anyOf(paths.map((names) => squeezed(names.slice(-2).map(withoutGit).join('')))),
    isAscii: paths.flat().every((name) => /^[\x20-\x7e]*$/.test(name)),
    last: anyOf(paths.map((names) => squeezed(names.slice(-1).map(withoutGit).join('')))),
  };
}

/** `text` is in lower case. `thorough` where a path may reach its last name without the one before it. */
export function mayNameTarget(text: string, { pair, last }: Prefilter, thorough: boolean): boolean {
  const pattern = thorough || MAY_DIVIDE.test(text) ? last : pair;
  return pattern === undefined || pattern.test(squeezed(text));
}

/** Letters and digits alone; of signs beyond ASCII all but private and halved ones. A loop is several times a regex. */
function squeezed(text: string): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? IS_LETTER[unit] === 1 : unit < 0xd800 || unit >= 0xf900) {
      units[length] = unit;
      length += 1;
    }
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

function withoutGit(name: string): string {
  return name.replace(/(?<=.)\.git$/, '');
}

/** `undefined` for a name without any letter or digit: its key would be in every text. */
function anyOf(keys: readonly string[]): RegExp | undefined {
  return keys.includes('') ? undefined : new RegExp([...new Set(keys)].join('|') || '$^');
}
