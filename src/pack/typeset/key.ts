import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Asset, PartSource } from './part.ts';

/** What a part's pages depend on besides its document and assets. */
export interface Setting {
  /** See `BrowserProgram.identity`. */
  browser: string;
  /** Engine and version: `chromium`, `pagedjs 0.4.3`. */
  engine: string;
}

/** Changes whenever a change of this code changes pages, facts or guards. */
const pipelineVersion = 9;

/** The assets that a part may show: those whose file name is in the document, or in such an asset that is text. */
export function namedAssets(part: PartSource, assets: ReadonlyMap<string, Asset>): string[] {
  const named = new Set<string>();
  const found = [mentioned(part.html, assets)];
  for (let paths = found.pop(); paths !== undefined; paths = found.pop()) {
    for (const path of paths) {
      const asset = assets.get(path);
      if (asset === undefined || named.has(path)) continue;
      named.add(path);
      if (/^text\/|svg|xml/.test(asset.type)) found.push(mentionedBy(asset, assets));
    }
  }
  return [...named].sort();
}

function mentioned(text: string, assets: ReadonlyMap<string, Asset>): string[] {
  return [...assets.keys()].filter((path) => mentions(text, posix.basename(path)));
}

/** Style sheets are in every part: each is searched once, as long as the assets are the same. */
const mentionedIn = new WeakMap<ReadonlyMap<string, Asset>, Map<Asset, string[]>>();

function mentionedBy(asset: Asset, assets: ReadonlyMap<string, Asset>): string[] {
  const known = mentionedIn.get(assets) ?? new Map<Asset, string[]>();
  mentionedIn.set(assets, known);
  const paths = known.get(asset) ?? mentioned(Buffer.from(asset.bytes).toString('utf8'), assets);
  known.set(asset, paths);
  return paths;
}

/** By name and not by path, because a stylesheet may use a relative one; too many make a key too careful, no worse. */
function mentions(text: string, name: string): boolean {
  const forms = [name, encodeURI(name)];
  return forms.some((form) => text.includes(form) || text.includes(form.replaceAll('&', '&amp;')));
}

/** The cache key of a part: a hash of all that its pages depend on. */
export function partKey(part: PartSource, assets: ReadonlyMap<string, Asset>, setting: Setting): string {
  const hash = createHash('sha256');
  const add = (value: string | Uint8Array) => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    // The length first, so that no two lists of values give the same bytes.
    hash.update(`${bytes.length}:`).update(bytes);
  };
  for (const value of [String(pipelineVersion), setting.browser, setting.engine, part.html]) add(value);
  for (const path of namedAssets(part, assets)) {
    const asset = assets.get(path);
    if (!asset) continue;
    for (const value of [path, asset.type, assetDigest(asset)]) add(value);
  }
  return hash.digest('hex');
}

/** Fonts are in every part: each is hashed once. */
const digests = new WeakMap<Asset, string>();

function assetDigest(asset: Asset): string {
  const digest = digests.get(asset) ?? createHash('sha256').update(asset.bytes).digest('hex');
  digests.set(asset, digest);
  return digest;
}
