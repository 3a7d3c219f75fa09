import { CodeWindow } from '../text/code-window.ts';
import type { Line } from '../text/lines.ts';
import { addLines, eachPiece } from '../text/lines.ts';
import { DIFF_GAP } from './blocks.ts';
import { mayTell } from './may-tell.ts';
import { isDiffHead } from './output-grammar.ts';

const window = new CodeWindow();

/**
 * The lines of a text that may add to a block of evidence, in order: few of a document's. In a diff each changed line
 * may, which without its head would be a bullet.
 */
export function tellingLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let lastOfDiff = Number.NEGATIVE_INFINITY;
  window.open(text);
  eachPiece(text, (start, end, row, isFirst) => {
    const isNearDiff = row - lastOfDiff <= DIFF_GAP;
    const at = window.offsetOf(start, end);
    if (!isNearDiff && !mayTell(window.codes, at, at + end - start, isFirst)) return;
    const from = lines.length;
    addLines(lines, text, start, end, row, window.codes, at, isFirst);
    for (let index = from; index < lines.length; index++) {
      const { text, change } = lines[index]!;
      if ((isNearDiff && change !== '') || isDiffHead(text)) lastOfDiff = row;
    }
  });
  return lines;
}
