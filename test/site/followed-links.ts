import { type BuiltSite, readAddress } from './built-site.ts';

/** Where the links of a site lead. */
export interface FollowedLinks {
  /** Those that lead to no page, no file or no part of a page, as `page → link`. */
  readonly dead: readonly string[];
  /** The packs that are linked to. */
  readonly packs: ReadonlySet<string>;
}

/** Reads every page of a site, by its address. */
export async function readPages(site: BuiltSite): Promise<Map<string, string>> {
  const read = async (address: string) => [address, String(await readAddress(site, address))] as const;
  return new Map(await Promise.all(site.addresses.map(read)));
}

/** Follows every link and anchor of the pages of a site. */
export async function followLinks(site: BuiltSite, pages: ReadonlyMap<string, string>): Promise<FollowedLinks> {
  const dead: string[] = [];
  const packs = new Set<string>();
  const anchors = new Map([...pages].map(([address, text]) => [address, new Set(valuesOf(text, 'id'))]));
  for (const [address, text] of pages) {
    for (const href of [...valuesOf(text, 'href'), ...valuesOf(text, 'src')]) {
      if (/^(https?|mailto):/.test(href)) continue;
      const url = new URL(href, `https://site.invalid${address}`);
      if (url.pathname.startsWith('/packs/')) packs.add(url.pathname.slice('/packs/'.length));
      else if ((await readAddress(site, url.pathname)) === undefined) dead.push(`${address} → ${href}`);
      else if (url.hash !== '' && !anchors.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1)))) {
        dead.push(`${address} → ${href}`);
      }
    }
  }
  return { dead, packs };
}

function valuesOf(text: string, attribute: string): string[] {
  const found = text.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'));
  return Array.from(found, (match) => (match[1] ?? '').replace(/&(amp|#38);/g, '&'));
}
