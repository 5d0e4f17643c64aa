// @ts-check
import { defineConfig } from 'astro/config';

// What holds for every build. Where the pages go and what they show is handed over by src/site/build.ts.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  // Not 'jsx', which drops the white space between inline elements that stand on lines of their own.
  compressHTML: true,
  // Every script is a file, so that a page needs no leave for any that stands in it (see src/views/content-policy.ts).
  vite: {
    build: { assetsInlineLimit: 0 },
    // GOV.UK Frontend has a rule for Internet Explorer that no parser of today reads; it is dropped.
    css: { lightningcss: { errorRecovery: true } },
  },
  devToolbar: { enabled: false },
  scopedStyleStrategy: 'class',
});
