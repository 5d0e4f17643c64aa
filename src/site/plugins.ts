import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { brandSheet } from '../views/brand-sheet.ts';
import { isolateName } from './isolated-names.ts';
import type { SiteInput } from './site-input.ts';

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string; resolveId?: unknown }
>;

/**
 * Gives the pages what the site is made from as a module, `boardpack:site`, so that the content is read once for each
 * process and no page holds on to anything between two builds; and the organisation's colours as `boardpack:brand.css`.
 */
export function siteModules(input: SiteInput): VitePlugin {
  const modules = new Map([
    // Written as a string inside a call, which a JavaScript engine reads faster than the same value as a literal.
    ['boardpack:site', `export default JSON.parse(${JSON.stringify(JSON.stringify(input, isolateName))});`],
    ['boardpack:brand.css', brandSheet(input.library.organisation)],
  ]);
  return {
    name: 'boardpack-site-modules',
    enforce: 'pre',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules.get(id.slice(1)) : undefined),
  };
}

const sourceFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Leaves our own TypeScript to Node, which runs it as it stands. Bundled, a module would move into the output folder,
 * and from there it finds neither its packages nor their fonts. What a reader's browser runs is bundled all the same.
 */
export function ownModules(): VitePlugin {
  return {
    name: 'boardpack-own-modules',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (this.environment.config.consumer === 'client') return undefined;
      if (importer === undefined || !id.startsWith('.') || !id.endsWith('.ts')) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (found === null || !found.id.startsWith(sourceFolder.split(sep).join('/'))) return found;
      return { id: pathToFileURL(found.id).href, external: 'absolute' };
    },
  };
}
