export type Inexactness = 'placeholder' | 'wildcard' | 'range' | 'latest' | 'alternatives' | 'characters';

/** Words that stand for a name and are none, where they are the whole name or one `/`- or `:`-separated part of it. */
const PLACEHOLDERS = new Set(
  'any all auto default none null nil undefined unknown undecided unset empty pending tbd tba tbc todo fixme na various same other some current stable model provider string exact name example placeholder xxx your-model your-provider model-name provider-name'.split(
    ' ',
  ),
);

const LATEST = new Set(['latest', 'newest', 'nightly']);
const RANGE_WORDS = new Set(['newer', 'later', 'higher', 'above', 'upwards', 'upto', 'through']);
const JOINING_WORDS = new Set(['or', 'and', 'either', 'oder', 'und']);

/** `gpt-5.5/gpt-5.4` are two models, `qwen/qwen3-32b` is an organisation and its model. */
function areAlternatives(parts: readonly string[]): boolean {
  const versioned = parts.map((part) => /^([a-z]{1,40})-?\d/i.exec(part)?.[1]?.toLowerCase());
  return versioned.some((stem, at) => at > 0 && stem !== undefined && stem === versioned[at - 1]);
}

/**
 * Why a value names no single provider or model, if it does not. An exact name is one word of ASCII letters, digits and
 * `. _ - / : @` that holds at any time for the same thing.
 */
export function inexactness(value: string, of: 'provider' | 'model' = 'model'): Inexactness | undefined {
  const text = value.trim();
  const folded = text.toLowerCase();
  if (
    /^(?:[-–—?.]+|n\/a|<[^>]{0,200}>|\{[^}]{0,200}\}|\$\{?[A-Za-z_]\w{0,100}\}?|\[[^\]]{0,200}\])$/.test(
      folded,
    )
  )
    return 'placeholder';
  if (/[*?]|(?:^|[\d.])\.x(?![a-z\d])|\d[.-]x(?![a-z\d])/.test(folded)) return 'wildcard';
  if (/[<>=~^]|\.\.|\+$|…/.test(folded)) return 'range';
  if (/[,;|&]/.test(folded)) return 'alternatives';
  const words = folded.split(/[^a-z\d]+/);
  if (words.some((word) => JOINING_WORDS.has(word))) return 'alternatives';
  if (words.some((word) => LATEST.has(word))) return 'latest';
  if (words.some((word) => RANGE_WORDS.has(word))) return 'range';
  if (words.some((word) => word === 'tbd' || word === 'todo' || word === 'placeholder')) return 'placeholder';
  const parts = folded.split(/[/:]/);
  if (parts.some((part) => PLACEHOLDERS.has(part))) return 'placeholder';
  // A model may name its organisation before a slash; a provider is one name.
  if (areAlternatives(parts) || (of === 'provider' && folded.includes('/'))) return 'alternatives';
  return /^[A-Za-z\d][A-Za-z\d._:@/-]{0,199}$/.test(text) ? undefined : 'characters';
}
