import type { Library } from '../library/library.ts';
import { origin } from '../pack/browser/tab.ts';
import { furnitureContent } from '../pack/furniture.ts';
import { type PackTools, type SetPart, setOwnPart } from '../pack/parts.ts';
import { assemble, type OutlineEntry } from '../pack/pdf/assemble.ts';
import { type Redline, redlineContent, redlineDay, redlineFoot, redlineTitle } from './redline.ts';
import { hasMore, namedChanges } from './redline-view.ts';

/**
 * A redline as a tagged PDF, set and joined as packs are: with the marking at the edges of each page, its number, and a bookmark
 * for each record.
 *
 * @param library gives the language and the organisation, and its day where no commit gives one
 * @throws {TypesetError} where something of it cannot be printed, and why
 */
export async function redlinePdf(library: Library, redline: Redline, tools: PackTools): Promise<Uint8Array> {
  const title = redlineTitle(redline);
  const part = await setOwnPart(library, { id: 'redline', title }, redlineContent(redline), tools);
  const edges = await setEdges(library, redline, part, tools);
  const { name: author, language } = library.organisation;
  const { pdf, deadLinks, findings } = await assemble({
    parts: [{ id: part.id, pdf: part.set.pdf }],
    overlays: [edges.set.pdf],
    pageLabels: Array.from({ length: part.set.pages }, (_, index) => String(index + 1)),
    outline: outlineOf(title, redline, part),
    metadata: {
      title,
      language,
      author,
      subject: redline.marking,
      date: redline.after.date ?? library.asAt,
      creator: tools.generator,
      producer: tools.generator,
    },
    attachments: [],
    origin,
  });
  const [fault] = [
    ...deadLinks.map(({ target }) => `it links to ${target}`),
    ...findings.map(({ message }) => message),
  ];
  if (fault !== undefined) throw new Error(`The redline is not as it must be: ${fault}.`);
  return pdf;
}

async function setEdges(library: Library, redline: Redline, { set }: SetPart, tools: PackTools): Promise<SetPart> {
  const content = furnitureContent(
    set.sizes.map(([width, height], index) => ({
      marking: redline.marking,
      reference: 'Redline',
      flag: redlineDay(redline),
      isDraft: false,
      pack: redlineFoot(redline),
      page: `Page ${index + 1} of ${set.pages}`,
      landscape: width > height,
    })),
  );
  return await setOwnPart(library, { id: 'furniture', className: 'all-edges', title: 'Edges' }, content, tools);
}

function outlineOf(title: string, { changes }: Redline, { set }: SetPart): OutlineEntry[] {
  const records = namedChanges(changes)
    .filter(hasMore)
    .map(({ name, id }) => ({ title: name, page: set.destinations[id] ?? 0, children: [] }));
  return [{ title, page: 0, children: records }];
}
