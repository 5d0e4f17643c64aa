import type { AstroIntegration } from 'astro';
import { ownModules, siteModules } from './plugins.ts';
import type { SiteInput } from './site-input.ts';

/**
 * Hands the pages what they are made from.
 *
 * @param onBuilt told how many pages there are when all are written
 */
export function boardpackSite(input: SiteInput, onBuilt: (pages: number) => void): AstroIntegration {
  return {
    name: 'boardpack',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [siteModules(input), ownModules()], logLevel: 'error' } });
      },
      'astro:build:done': ({ pages }) => onBuilt(pages.length),
    },
  };
}
