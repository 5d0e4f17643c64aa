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
const pipelineVersion = 6;

/** The assets that a part may show: those whose file name is in the document, or in such an asset that is text. */
export function namedAssets(part: PartSource, assets: ReadonlyMap<string, Asset>): string[] {
  const named = new Set<string>();
  const texts = [part.html];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [path, asset] of assets) {
      if (named.has(path) || !mentions(text, posix.basename(path))) continue;
      named.add(path);
      if (/^text\/|svg|xml/.test(asset.type)) texts.push(Buffer.from(asset.bytes).toString('utf8'));
    }
  }
  return [...named].sort();
}

/** By name and not by path, because a stylesheet may use a relative one; too many make a key too careful, no worse. */
function mentions(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURI(name)) || text.includes(name.replaceAll('&', '&amp;'));
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
