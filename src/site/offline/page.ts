import { asFile, wayToRoot } from './addresses.ts';

/** A tag with its attributes, in which a `>` may stand; a script or a comment whole, so that nothing in it is taken for a tag. */
const tags =
  /<!--.*?-->|(<script\b[^>]*>)(.*?)<\/script>|<[a-z][a-z0-9-]*(?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gis;

const addressAttributes = /(\s(?:href|src|action)=)("[^"]*"|'[^']*')/gi;

/**
 * A page as it is read from a file: its links lead to files, and its scripts are such as a browser loads from them.
 *
 * @param file path of the page below the folder of the site
 * @param extra addresses of scripts that are loaded before those of the page
 */
export function pageAsFile(file: string, page: string, extra: readonly string[] = []): string {
  let before = extra;
  return page.replace(tags, (whole: string, script?: string, code = '') => {
    if (whole.startsWith('<!--')) return whole;
    // A browser takes a font ahead of its use from a server only, and complains of one from a file.
    if (/^<link\s[^>]*\srel="preload"|^<link rel="preload"/i.test(whole)) return '';
    if (script === undefined) return tagAsFile(file, whole);
    if (!isModule(script)) return `${tagAsFile(file, script)}${code}</script>`;
    const added = before.map((address) => `<script defer src="${asFile(file, address)}"></script>`).join('');
    before = [];
    return `${added}${tagAsFile(file, script).replace(/\stype=(["']?)module\1/i, ' defer')}${code}</script>`;
  });
}

/** The addresses of the scripts that a page loads as modules. */
export function moduleScripts(page: string): string[] {
  return Array.from(page.matchAll(tags), ([, script]) => script)
    .filter((script) => script !== undefined && isModule(script))
    .flatMap((script) => /\ssrc=["']([^"']+)["']/i.exec(script ?? '')?.[1] ?? []);
}

function isModule(script: string): boolean {
  return /\stype=(["']?)module\1/i.test(script);
}

function tagAsFile(file: string, tag: string): string {
  const linked = tag.replace(addressAttributes, (_, name: string, quoted: string) => {
    const quote = quoted[0] ?? '"';
    return `${name}${quote}${asFile(file, quoted.slice(1, -1))}${quote}`;
  });
  // For scripts that make links of their own.
  return linked.replace(
    /(\sdata-root=)(["'])\/\2/i,
    (_, name: string, quote: string) => `${name}${quote}${wayToRoot(file)}${quote}`,
  );
}
