import { entropyOf, longestSequence } from '../entropy.ts';

/** Pairs of letters that make up much of English and of identifiers, and a seventh of what a generator draws. */
const COMMON_PAIRS = new Set(
  (
    'th he in er an re nd on en at ou ed ha to or it is hi es ng te st ar se nt le ve co me ne de al as ti ra ro li ri io ic ' +
    'el la si di ta ce ec ss us om ma ea il ur ch ll tr et ni no na un pr ac ge po so ut id ad am em lo ho su pe rs ly ke ey ' +
    'ct ns ai ie ol ot ag be ca da do fi fo ga go ha im ir iv ky mi mo ob of op ow pa pl pp ov qu rd rt sc sh sp ts tt tu ue ' +
    'ul up vi wa we wo ay ab ap av ck cl cr cu ef eg ei ep ev ex fe fr gr ig ip ld lt mp nc nf oc od oo ork os pi ps rc rm rn'
  ).split(' '),
);

/** Share of a text's letter pairs that are common ones; 0 where there are too few pairs to tell. */
export function wordiness(text: string): number {
  const lower = text.toLowerCase();
  let pairs = 0;
  let common = 0;
  for (let index = 1; index < lower.length; index++) {
    if (!isLetter(lower, index - 1) || !isLetter(lower, index)) continue;
    pairs++;
    if (COMMON_PAIRS.has(lower.slice(index - 1, index + 1))) common++;
  }
  return pairs < 4 ? 0 : common / pairs;
}

function isLetter(lower: string, index: number): boolean {
  const code = lower.charCodeAt(index);
  return code >= 97 && code <= 122;
}

/**
 * Whether a generator drew the text, rather than a person wrote it: varied, and half of it at least in stretches that
 * are no words. `us-east-1-prod`, `EC2InstanceProfile` and `2024-01-15T10:30:00Z` are written.
 */
export function looksDrawn(text: string): boolean {
  if (text.length < 10 || !/^[\x21-\x7e]+$/.test(text)) return false;
  const sequence = longestSequence(text);
  if (sequence >= 8 && sequence * 3 >= text.length) return false;
  if (entropyOf(text) < (text.length >= 20 ? 3.3 : 3)) return false;
  let drawn = 0;
  for (const [stretch] of text.matchAll(/[A-Za-z0-9+/=]{1,2000}/g)) {
    if (isDrawnStretch(stretch)) drawn += stretch.length;
  }
  if (drawn >= 8 && drawn * 2 >= text.length) return true;
  return text.length >= 16 && (isScattered(text) || isFullOfSigns(text));
}

function isDrawnStretch(stretch: string): boolean {
  if (stretch.length < 6 || /^\d+$/.test(stretch)) return false;
  if (/\d/.test(stretch)) {
    const changes = countChanges(stretch);
    const isHex = stretch.length >= 16 && /^[0-9a-f]+$/i.test(stretch);
    return changes >= 2 && (isHex || wordiness(stretch) < 0.62 || changes * 3 >= stretch.length);
  }
  const turns = stretch.match(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
  if (turns >= 2 && turns * 5 >= stretch.length && wordiness(stretch) < 0.45) return true;
  return stretch.length >= 12 && wordiness(stretch) < 0.35;
}

/** `jFXPyXnFhoNd`: letters whose case turns again and again, and that spell nothing. */
export function isMixedCase(text: string): boolean {
  if (!/^[A-Za-z]{8,80}$/.test(text) || /pass|pwd|word|secret|user|admin|key|test/i.test(text)) return false;
  const turns = text.match(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
  return turns >= 2 && wordiness(text) < (turns >= 3 ? 0.45 : 0.25);
}

/** From letter to digit and back. */
function countChanges(text: string): number {
  return text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
}

/** Base64url with a `-` or `_` every few characters: no stretch is long, all of them together are. */
function isScattered(text: string): boolean {
  if (!/^[\w-]+$/.test(text)) return false;
  const joined = text.replace(/[-_]/g, '');
  const letters = joined.replace(/\d/g, '').length;
  return letters * 5 >= joined.length * 2 && countChanges(joined) * 3 >= joined.length;
}

/** Drawn from all that a keyboard has: `x#9!kV(2$w@q)T7^`. */
function isFullOfSigns(text: string): boolean {
  const signs = text.replace(/[A-Za-z0-9]/g, '');
  return (
    new Set(signs.replace(/[-_./:,]/g, '')).size >= 3 &&
    signs.length * 7 >= text.length &&
    /\d/.test(text) &&
    /[A-Za-z]/.test(text) &&
    wordiness(text) < 0.55
  );
}
