/**
 * While rows are left out, hides what speaks of all rows (charts, counts, notes) and headings that have nothing left below
 * them, in the list of the page's parts too; otherwise shows everything.
 *
 * @param rowsOf tells of a block how many rows it shows; undefined for one that has none of its own
 */
export function hideWhatIsEmpty(
  content: HTMLElement,
  isFiltered: boolean,
  rowsOf: (block: HTMLElement) => number | undefined,
): void {
  const blocks = blocksOf(content);
  for (const block of blocks) if (levelOf(block) === 0) block.hidden = isFiltered && !rowsOf(block);
  blocks.forEach((block, at) => {
    if (levelOf(block) === 0) return;
    const end = blocks.findIndex((next, index) => index > at && levelOf(next) > 0 && levelOf(next) <= levelOf(block));
    const below = blocks.slice(at + 1, end === -1 ? undefined : end);
    block.hidden = isFiltered && !below.some((one) => levelOf(one) === 0 && !one.hidden);
    const entry = document.querySelector(`.on-this-page a[href="#${CSS.escape(block.id)}"]`)?.closest('li');
    if (entry instanceof HTMLElement) entry.hidden = block.hidden;
  });
}

/** The headings and what stands between them, sections taken apart. */
function blocksOf(parent: HTMLElement): HTMLElement[] {
  return [...parent.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || child.matches('script, button')) return [];
    return child.matches('section') ? blocksOf(child) : [child];
  });
}

/** The level of a heading; 0 for anything else. */
function levelOf({ tagName }: HTMLElement): number {
  return Number(/^H([1-6])$/.exec(tagName)?.[1] ?? 0);
}
