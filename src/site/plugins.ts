import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import type { SiteInput } from './site-input.ts';

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string; resolveId?: unknown }
>;

const name = 'boardpack:site';
const resolved = `\0${name}`;

/**
 * Gives the pages what the site is made from as a module, `boardpack:site`, so that the content is read once for each
 * process and no page holds on to anything between two builds.
 */
export function siteModule(input: SiteInput): VitePlugin {
  // Written as a string inside a call, which a JavaScript engine reads faster than the same value as a literal.
  const code = `export default JSON.parse(${JSON.stringify(JSON.stringify(input))});`;
  return {
    name: 'boardpack-site-module',
    enforce: 'pre',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? code : undefined),
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
