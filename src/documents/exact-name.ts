export type Inexactness = 'placeholder' | 'wildcard' | 'range' | 'latest' | 'alternatives' | 'characters';

/** Words that stand for a name and are none, where they are the whole name or one `/`- or `:`-separated part of it. */
const PLACEHOLDERS = new Set(
  'any all auto default none null nil undefined unknown undecided unspecified unset empty pending tbd tba tbc todo fixme na various same ditto other some current stable model provider string exact name example placeholder xxx your-model your-provider model-name provider-name'.split(
    ' ',
  ),
);

/** Said of a name that is still to be filled in; a part made of nothing else is no name. */
const FILLING = new Set(
  'a an the my our some any this that model models provider providers vendor company name names id ids slug key value string version llm here goes there put insert enter choose pick select set fill in replace with me changeme exact actual real chosen selected approved admitted primary main target new old same other default current best test testing demo example examples sample dummy mock foo bar baz qux foobar xyz abc asdf blah lorem ipsum xx xxx xxxx placeholder'.split(
    ' ',
  ),
);
/** One of these anywhere tells it. */
const TO_BE_FILLED = new Set('your tbd tbc todo fixme changeme placeholder dummy'.split(' '));
/** Beside one of these a letter or a number says nothing: `model-a`, `provider2`. */
const NAMED = /^(?:models?|providers?|vendor|name|foo|bar|example|sample)$/;

/** `yourModelHere`, `MODEL_ID`, `my-model`, `model-x`, `your-org/llama-3`. */
function isToBeFilled(text: string): boolean {
  const wordsIn = (part: string): readonly string[] =>
    part
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+|\d+/g) ?? [];
  if (wordsIn(text).some((word) => TO_BE_FILLED.has(word))) return true;
  // Before a slash stand folders such as `models`, after a colon tags.
  const [own = ''] = text.slice(text.lastIndexOf('/') + 1).split(/[:@]/, 1);
  const words = wordsIn(own);
  const isNamed = words.some((word) => NAMED.test(word));
  return (
    words.some((word) => FILLING.has(word)) &&
    words.every((word) => FILLING.has(word) || (isNamed && /^(?:[a-z]|\d{1,3})$/.test(word)))
  );
}

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
  const parts = folded.split(/[/:]/);
  if (parts.some((part) => PLACEHOLDERS.has(part)) || isToBeFilled(text)) return 'placeholder';
  // `gpt-x` stands for any of them; a name with a number may end so.
  if (of === 'model' && /^[a-z]{2,20}-(?:x{1,3}|n)$/.test(folded)) return 'wildcard';
  // A model may name its organisation before a slash; a provider is one name.
  if (areAlternatives(parts) || (of === 'provider' && folded.includes('/'))) return 'alternatives';
  return /^[A-Za-z\d][A-Za-z\d._:@/-]{0,199}$/.test(text) ? undefined : 'characters';
}
