/**
 * Inflected forms of the same word get the same key: `admits`, `admitted` and `admitting` are `admit`. Only inflection:
 * Porter's algorithm also makes one of `authority` and `authorize`, which mean different things here. Words that are
 * derived from each other (`approve`, `approval`) are listed as alternatives by the policy.
 */
const IRREGULAR: Readonly<Record<string, string>> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  doing: 'do',
  became: 'become',
  began: 'begin',
  begun: 'begin',
  brought: 'bring',
  broke: 'break',
  broken: 'break',
  built: 'build',
  came: 'come',
  chose: 'choose',
  chosen: 'choose',
  drawn: 'draw',
  drew: 'draw',
  forbade: 'forbid',
  forbidden: 'forbid',
  found: 'find',
  gave: 'give',
  given: 'give',
  gone: 'go',
  got: 'get',
  gotten: 'get',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  laid: 'lay',
  led: 'lead',
  left: 'leave',
  lies: 'lie',
  lit: 'light',
  lost: 'lose',
  made: 'make',
  meant: 'mean',
  met: 'meet',
  proven: 'prove',
  ran: 'run',
  said: 'say',
  sent: 'send',
  shown: 'show',
  stood: 'stand',
  taken: 'take',
  told: 'tell',
  took: 'take',
  went: 'go',
  withdrawn: 'withdraw',
  withdrew: 'withdraw',
  withheld: 'withhold',
  written: 'write',
  wrote: 'write',
};

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function hasVowel(stem: string): boolean {
  return /[aeiouy]/.test(stem);
}

/** `admitt` → `admit`, but `pass` and `install` stay. */
function undoubled(stem: string): string {
  const last = stem.at(-1);
  return stem.length > 3 && last === stem.at(-2) && !/[aeiouslz]/.test(last ?? '') ? stem.slice(0, -1) : stem;
}

function withoutEnding(word: string): string {
  if (word.length < 4 || word === 'embed') return word;
  if (/(?:ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && hasVowel(word.slice(0, -3))) return undoubled(word.slice(0, -3));
  if (/[^e]ed$/.test(word) && hasVowel(word.slice(0, -2))) return undoubled(word.slice(0, -2));
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^siu]s$/.test(word)) return word.slice(0, -1);
  return word;
}

// Texts use few words, and those often. What is longer than a word is none.
const MAX_KNOWN = 20_000;
const known = new Map<string, string>();

/** The key of a word in lower case. Keys are compared, never shown. */
export function lemma(word: string): string {
  const key = known.get(word) ?? keyOf(word);
  if (word.length <= 24 && known.size < MAX_KNOWN) known.set(word, key);
  return key;
}

function keyOf(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : word;
  const number = NUMBERS.indexOf(irregular);
  if (number >= 0) return String(number);
  // `authorize` and `authorise` alike; a final e falls, so that `approve` meets `approving`.
  const key = withoutEnding(irregular)
    .replace(/iz(?=e$|$|ation|er$)/, 'is')
    .replace(/(?<=..)e$/, '');
  // `note that only …` denies nothing.
  return key === 'not' && word !== 'not' ? 'note' : key;
}
