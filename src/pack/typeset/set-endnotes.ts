import { withLimit } from '../browser/limit.ts';
import type { Tab } from '../browser/tab.ts';
import { footnoteClass, own } from './classes.ts';
import { load, refuse } from './load.ts';
import type { Asset, PartSource } from './part.ts';
import { print } from './print.ts';
import type { Sheet } from './sheet.ts';
import { takeRuns } from './snapshot.ts';

/** Sets a part with footnotes by the browser's own print, the notes gathered at the end of the part. */
export async function setWithEndnotes(tab: Tab, part: PartSource, assets: ReadonlyMap<string, Asset>): Promise<Sheet> {
  const { ids, used } = await load(tab, part, assets);
  const source = await takeRuns(tab.protocol);
  await withLimit(tab.page.evaluate(gatherNotes, { footnoteClass, ...own }), 30_000, 'gathering the notes');
  const laidOut = await takeRuns(tab.protocol);
  const pdf = await print(tab, ids);
  refuse(tab);
  return { pdf, pages: undefined, source, laidOut, ids, used, faults: [] };
}

/** Runs in the page, where no callback can run: leaves a linked number for each note and lists the notes at the end. */
function gatherNotes(names: { footnoteClass: string; endnotes: string; made: string }): void {
  const heading = document.createElement('h2');
  heading.className = names.made;
  heading.textContent = 'Notes';
  const list = document.createElement('ol');
  list.className = names.endnotes;
  for (const note of document.querySelectorAll(`.${names.footnoteClass}`)) {
    // A note within a note stays in it.
    if (note.parentElement?.closest(`.${names.footnoteClass}`)) continue;
    const number = list.children.length + 1;
    const call = document.createElement('sup');
    call.className = names.made;
    const link = document.createElement('a');
    link.href = `#boardpack-note-${number}`;
    link.textContent = String(number);
    call.append(link);
    note.replaceWith(call);
    const item = document.createElement('li');
    item.id = `boardpack-note-${number}`;
    item.append(...note.childNodes);
    list.append(item);
  }
  (document.querySelector('main') ?? document.body).append(heading, list);
}
