import { generateAtomFeed } from 'feedsmith';
import type { Library } from '../library/library.ts';
import { feedLink } from './links.ts';
import type { NewsItem } from './news.ts';
import { oneLine } from './plain-words.ts';
import { stableId } from './stable-id.ts';

/** How a feed’s kinds of entries are called. */
const labels = { pack: 'Packs', minutes: 'Minutes', decision: 'Decisions' } as const;

/**
 * The most entries of a feed; readers fetch it again and again, and keep what they have had. The 69 entries of the
 * demonstration take 46 kB.
 */
const most = 200;

/** What a feed is called, where it stands, the page it belongs to, and what it tells, the latest first. */
export interface FeedParts {
  /** The record it is of, e.g. `feed/pib`; see `stableId`. */
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly page: string;
  readonly news: readonly NewsItem[];
}

/** Writes a feed as Atom 1.0 (RFC 4287). */
export function atomText(library: Library, { name, title, address, page, news }: FeedParts): string {
  const { organisation, asAt } = library;
  const link = (to: string): string => feedLink(library, to);
  const id = (record: string): string => `urn:uuid:${stableId(library, record)}`;
  return generateAtomFeed(
    {
      id: id(name),
      title: { value: oneLine(title) },
      subtitle: { value: oneLine(organisation.notice ?? '') },
      updated: new Date(news[0]?.updated ?? asAt),
      authors: [{ name: oneLine(organisation.name) }],
      links: [
        { href: link(address), rel: 'self', type: 'application/atom+xml' },
        { href: link(page), rel: 'alternate', type: 'text/html' },
      ],
      generator: { text: 'Boardpack' },
      xml: { lang: organisation.language },
      entries: news.slice(0, most).map((item) => ({
        id: id(item.name),
        title: { value: item.title },
        summary: { value: item.summary },
        published: new Date(item.published),
        updated: new Date(item.updated),
        categories: [{ term: item.kind, label: labels[item.kind] }],
        links: [
          { href: link(item.address), rel: 'alternate', type: 'text/html' },
          ...(item.file === null
            ? []
            : [
                {
                  href: link(item.file.address),
                  rel: 'enclosure',
                  type: 'application/pdf',
                  length: item.file.bytes,
                },
              ]),
        ],
      })),
    },
    { strict: true },
  );
}
