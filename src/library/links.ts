import { posix } from 'node:path';

/** What a link or image in a body leads to. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'file'; readonly file: string; readonly anchor: string }
  | { readonly kind: 'figure'; readonly name: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unsupported'; readonly scheme: string };

/**
 * Reads what was written in a link as what it means: an address elsewhere, a place on the same page, a figure of the records
 * (`figure:capital-plan/fleet/2017-18`), or a file of the content, relative to the file the link stands in.
 */
export function readLink(from: string, href: string): LinkTarget {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http' || scheme === 'mailto') return { kind: 'external', href };
  if (scheme === 'figure') return { kind: 'figure', name: decode(href.slice(scheme.length + 1)) };
  if (scheme !== undefined) return { kind: 'unsupported', scheme };
  const [path = '', anchor = ''] = href.split('#').map(decode);
  if (path === '') return { kind: 'anchor', anchor };
  const file = posix.normalize(posix.join(posix.dirname(from), path));
  if (path.startsWith('/') || path.includes('\\') || file.startsWith('..')) return { kind: 'outside' };
  return { kind: 'file', file, anchor };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
