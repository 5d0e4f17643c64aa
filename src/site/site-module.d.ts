/** What the site is made from; see `src/site/plugins.ts`. */
declare module 'boardpack:site' {
  const site: import('./site-input.ts').SiteInput;
  export default site;
}

/** The organisation's colours; see `src/views/brand-sheet.ts`. */
declare module 'boardpack:brand.css' {}
