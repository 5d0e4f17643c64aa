import { applyEdits, type Edit, scanContent } from '../content.ts';

/**
 * Content that can stand within other content: what it opens it closes, and it closes nothing that it has not opened. Of a
 * page by itself readers forgive either.
 *
 * @param unmarked whether its marks go, all of them, since no element speaks of them
 */
export function closedContent(bytes: Uint8Array, unmarked: boolean): Uint8Array {
  const edits: Edit[] = [];
  let [saved, marks, inText] = [0, 0, false];
  const drop = (from: number, to: number): void => {
    edits.push({ from, to, text: ' ' });
  };
  scanContent(bytes, (operator, from, _at, to) => {
    if (operator === 'q') saved += 1;
    else if (operator === 'Q') {
      if (saved === 0) drop(from, to);
      else saved -= 1;
    } else if (operator === 'BT') inText = true;
    else if (operator === 'ET') inText = false;
    else if (operator === 'BDC' || operator === 'BMC') {
      if (unmarked) drop(from, to);
      else marks += 1;
    } else if (operator === 'EMC') {
      if (unmarked || marks === 0) drop(from, to);
      else marks -= 1;
    }
  });
  const end = `\n${inText ? 'ET ' : ''}${'EMC '.repeat(marks)}${'Q '.repeat(saved)}`;
  return applyEdits(bytes, [...edits, { from: bytes.length, to: bytes.length, text: end }]);
}
