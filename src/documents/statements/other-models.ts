import type { Place } from '../../file.ts';
import type { Decision } from '../../policy/policy.ts';
import { type DecisionRecord, decisionKeys } from '../kinds/decision-record.ts';
import { isUnder } from '../markdown/sections.ts';
import { withoutDisguise } from '../skeleton.ts';
import { PAST } from './lexicon.ts';
import { hasDenial } from './polarity.ts';
import { sentencesIn } from './speech.ts';
import { wordsOf } from './words.ts';

/** What the name of a model looks like: a number behind letters. `stage-2` and `run-1` do so, too. */
const MODEL = /^([a-z]{1,20})(?:[-.][a-z]{1,20}){0,4}[-.]?\d[\w.:@/-]{0,60}$/;
const TRAILING = /[^\w]+$/;

/** `or gpt-5.4 at night`, `gpt-5.4 on weekends`: an entry that begins with a name offers it. */
const OFFERED = /^(?:(?:or|else|otherwise|alternatively|also|and|plus|then|sometimes)[\s,:]{1,4})?/;
/** `use gpt-5.4`, `or gpt-5.4`, `runs on gpt-5.4` */
const NAMED = /\b(?:is|are|becomes|remains|use|uses|or|either|runs? on)\s{0,4}$/;
/** `gpt-5.4 instead`, `gpt-5.4 is used` */
const USED =
  /^\s{0,4}(?:instead|(?:is|may be|can be|will be) (?:used|taken|chosen|run)|at night|until|from|for now)\b/;
const WORD = /[^\s`*"'“”(),;]{2,100}/g;

interface Names {
  /** What the fields of the current state say. */
  readonly own: ReadonlySet<string>;
  /** How the names of the pair begin: `gpt` of `gpt-5.5`. */
  readonly stems: ReadonlySet<string>;
  /** Names of models that the policy knows. */
  readonly known: ReadonlySet<string>;
}

function namesIn({ state }: DecisionRecord, { pair, fallback }: Decision): Names {
  const values = state.map(({ value }) => withoutDisguise(value.trim()).replace(TRAILING, ''));
  const model = state.find(({ key }) => key === pair?.model)?.value.trim() ?? '';
  const stem = MODEL.exec(withoutDisguise(model))?.[1];
  const known = [...(fallback?.allowed.map((one) => one.model) ?? []), ...(fallback?.neverModels ?? [])];
  return { own: new Set(values), stems: new Set(stem ? [stem] : []), known: new Set(known) };
}

/** Whether a sentence gives another model out as one that is used. */
function namesAnother(text: string, { own, stems, known }: Names): boolean {
  const isAboutModel = /\bmodels?\b/.test(text);
  const offered = OFFERED.exec(text)?.[0].length ?? 0;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const name = found.replace(TRAILING, '');
    const stem = MODEL.exec(name)?.[1];
    if (stem === undefined || own.has(name)) continue;
    const isModel = stems.has(stem) || known.has(name);
    if (!isModel && !isAboutModel) continue;
    const before = text.slice(Math.max(0, index - 40), index).replace(/[`*"'“”(]+$/, '');
    const isOffered = isModel && index <= offered + 2;
    const behind = text.slice(index + name.length, index + name.length + 40).replace(/^[`*"'”)]+/, '');
    const isSaid = /\bmodel (?:is|becomes|remains|will be)\s{0,4}$/.test(before);
    if (isOffered || isSaid || (isModel && (NAMED.test(before) || USED.test(behind)))) return true;
  }
  return false;
}

/**
 * Where the text of the current state names a model beside the one of its field: `or gpt-5.4 at night`. What is denied, is
 * told of the past or comes only later is none; nor is the fallback, which has fields of its own.
 */
export function otherModelsIn(record: DecisionRecord, decision: Decision): readonly Place[] {
  const { document } = record;
  if (document.markdown === undefined) return [];
  const names = namesIn(record, decision);
  if (names.stems.size === 0) return [];
  return sentencesIn(document.markdown, decisionKeys(decision))
    .filter(({ section }) => isUnder(section, decision.section))
    .filter(({ text }) => {
      const plain = withoutDisguise(text.slice(0, 1000)).trim();
      if (!namesAnother(plain, names)) return false;
      const words = wordsOf(plain);
      return !hasDenial(words) && !words.some(({ lower }) => PAST.has(lower) || lower === 'only');
    })
    .map(({ span }) => document.at(span));
}
