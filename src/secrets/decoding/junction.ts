import type { DecodedPiece } from './decoded-piece.ts';
import { joinedParts, type Part } from './joined-parts.ts';

/** What a part of a token is made of. */
export const CHARACTERS = '[A-Za-z0-9_.+/=-]';

const LONGEST_PART = 400;
const MOST_PARTS = 8;

/** Something that may stand between the parts of a token. */
export interface Junction {
  /** Whether it is met at a place, or after, before anything else but a token's characters. */
  follows(text: string, at: number): boolean;
  /** What begins at one of the given places and goes on behind it, joined. */
  join(text: string, starts: Iterable<number>): Generator<DecodedPiece>;
}

/**
 * @param between source of what stands between two parts, with a look ahead at the second
 * @param after source of what the last part has to be followed by
 */
export function junction(between: string, after: string, from: DecodedPiece['from']): Junction {
  const met = new RegExp(`${CHARACTERS}{0,${LONGEST_PART}}${between}`, 'y');
  const first = new RegExp(`${CHARACTERS}{3,${LONGEST_PART}}(?=(${between}))`, 'y');
  const next = new RegExp(`${CHARACTERS}{1,${LONGEST_PART}}(?:(?=(${between}))|${after})`, 'y');

  const partsAt = (text: string, start: number): readonly Part[] => {
    const parts: Part[] = [];
    let at = start;
    while (parts.length < MOST_PARTS) {
      const shape = parts.length === 0 ? first : next;
      shape.lastIndex = at;
      const match = shape.exec(text);
      if (match === null) break;
      parts.push({ text: match[0], start: at });
      if (match[1] === undefined) break;
      at += match[0].length + match[1].length;
    }
    return parts;
  };

  return {
    follows(text, at) {
      met.lastIndex = at;
      return met.test(text);
    },
    *join(text, starts) {
      for (const start of starts) {
        const parts = partsAt(text, start);
        if (parts.length > 1) yield joinedParts(parts, from);
      }
    },
  };
}
