import { drawer } from './drawn.ts';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const WORD = `${LOWER.toUpperCase()}${LOWER}${DIGITS}_`;

/** A text that fits a pattern of the table, drawn alike in each run. Reads what the table is written with, no more. */
export function sampleOf(shape: RegExp, seed: number): string {
  const source = shape.source.replace(/\(\?<?[!=](?:\[[^\]]*\]|[^()])*\)/g, '');
  let at = 0;
  const draw = drawer(seed);

  const alternatives = (): string => {
    const branches: string[] = [''];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        branches.push('');
      } else {
        branches[branches.length - 1] += repeated();
      }
    }
    return branches[0]!;
  };

  const repeated = (): string => {
    const from = at;
    const once = atom();
    const counts = /^\{(\d+)(?:,(\d+))?\}|^[?*+]/.exec(source.slice(at));
    if (!counts) return once;
    const after = at + counts[0].length;
    // Somewhat more than the least, so that a bound that is off by one doesn't hide behind it.
    const least = counts[1] === undefined ? 0 : Number(counts[1]);
    const most = counts[2] === undefined ? least : Number(counts[2]);
    const times = Math.min(most, least + (most > least && least > 0 ? 4 : 0));
    let text = '';
    for (let time = 0; time < times; time++) {
      at = from;
      text += atom();
    }
    at = after;
    return text;
  };

  const atom = (): string => {
    const character = source[at++]!;
    if (character === '(') {
      at += source.startsWith('?:', at) ? 2 : 0;
      const text = alternatives();
      at++;
      return text;
    }
    if (character === '[') return pick(characterClass());
    if (character !== '\\') return character;
    const escaped = source[at++]!;
    return escaped === 'd' ? pick(DIGITS) : escaped === 'w' ? pick(WORD) : escaped;
  };

  const characterClass = (): string => {
    let members = '';
    while (source[at] !== ']') {
      const escaped = source[at] === '\\';
      if (escaped) at++;
      const first = source[at++]!;
      if (escaped && (first === 'd' || first === 'w')) {
        members += first === 'd' ? DIGITS : WORD;
      } else if (source[at] === '-' && source[at + 1] !== ']') {
        for (let code = first.charCodeAt(0); code <= source.charCodeAt(at + 1); code++)
          members += String.fromCharCode(code);
        at += 2;
      } else {
        members += first;
      }
    }
    at++;
    return members;
  };

  const pick = (members: string): string => members[draw(members.length)]!;

  return alternatives();
}
