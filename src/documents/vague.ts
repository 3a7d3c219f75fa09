import { wordSet } from '../word-set.ts';
import { wordsOf } from './phrases.ts';

/** What says neither what, nor when, nor what for: whoever is to act upon it has to know already. */
export const VAGUE = wordSet(
  `a an the this that these those it its they them their there here we us our you your one ones i he his she her
  is are was were be been being am do does did done has have had having will would shall may might can could must
  need needs needed needing want wants wanted wish wished wishes feel feels felt think thinks find finds seem seems
  deem deemed consider considered
  and or but nor not no so as of to in for from up out about around than then too very else also just only ever
  appropriate appropriately necessary required require requires possible possibly convenient convenience applicable suitable
  useful helpful sensible reasonable desired desirable relevant indicated warranted justified due ready right ripe fit proper good
  well fine ok okay time times timely point points moment stage date dates day days while future course later sooner soon
  eventually someday sometime sometimes somewhen occasion occasions occasionally regularly regular periodic periodically
  basis now again further notice ad hoc ongoing continuous continuously always forever demand request requests
  discretion circumstances permit permits allow allows demands arises arise comes come came get gets makes make sense goes go
  happen happens happened happening occur occurs thing things something anything everything someone anyone somebody
  anybody all some other another certain given particular case event long enough early whatever whichever however
  review reviews reviewed reviewing trigger triggers expectation expectations condition conditions unspecified
  none nothing evidence same usual normal default above below ditto see yes tbc
  undefined indefinitely tbd tba tbc todo unknown plan planned defined decided determined specified agreed`,
);

/** Whether no word of a text says anything: `to be defined later`, `-`. */
export function saysNothing(text: string): boolean {
  return wordsOf(text).every((word) => VAGUE.has(word.text));
}
