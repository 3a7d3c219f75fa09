import { wordSet } from '../../word-set.ts';
import { phraseStarts, type Word, wordsOf } from '../phrases.ts';
import { ABOUT_APPROVAL, APPROVED } from './words.ts';

/** How an approval is given, and where. */
const MEDIA = wordSet(
  `approval approvals chat mail email e note memo message letter phone voice call talk conversation discussion interview
  meeting weekly standup review thread channel slack teams session minutes protocol log issue ticket comment pr request
  reference ref route document instruction instructions mandate directive order choice go ahead green light nod blessing
  endorsement ratification lgtm thumbs word words writing person hand vote ruling resolution`,
);
/** What a name may have beside it. */
const BESIDE = wordSet(
  `the a an as of in on at by from and himself herself personally owner product lead head founder cto ceo coo cio chief
  officer architect maintainer director manager chair governed core authority signatory`,
);

/** Whether a text without a date or a number names an authority, and how it approved, or nothing beside its name. */
export function isBareApproval(text: string, words: readonly Word[], approve: readonly string[]): boolean {
  if (/\p{N}/u.test(text) || text.includes('://')) return true;
  const named = new Set(
    approve.flatMap((phrase) =>
      phraseStarts(words, phrase).flatMap((at) => wordsOf(phrase).map((_, offset) => at + offset)),
    ),
  );
  const beside = words.filter((_, at) => !named.has(at)).map((word) => word.text);
  const tells = (word: string): boolean => MEDIA.has(word) || ABOUT_APPROVAL.has(word) || APPROVED.has(word);
  return beside.some(tells) || beside.every((word) => BESIDE.has(word));
}
