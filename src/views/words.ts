/** A size in bytes as people read it, e.g. `640 kB` or `1.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The first and the last of some things that follow one another, e.g. `12 to 15`; `12` where they are one. */
export function rangeInWords(from: number | string, to: number | string): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

/** With a capital at the start. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A short Markdown text without its emphasis and its links, for a cell. */
export function plainWords(markdown: string): string {
  return markdown.replace(/\*\*|__|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
