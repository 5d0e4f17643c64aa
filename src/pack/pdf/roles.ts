/** Standard structure types of PDF 1.7: ISO 32000-1 14.8.4. */
export const STANDARD_ROLES: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
  P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
  Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/),
);

/** Types of PDF 2.0 (ISO 32000-2 14.8.4) that browsers write, and the nearest of PDF 1.7, on which PDF/UA-1 stands. */
export const LATER_ROLES: ReadonlyMap<string, string> = new Map([
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Sect'],
  ['Title', 'P'],
  ['FENote', 'Note'],
  ['DocumentFragment', 'Div'],
]);

/** Follows a role map to a standard type, or to where it ends or turns in a ring (ISO 32000-1 14.7.3). */
export function standardRole(role: string, roleMap: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = role;
  while (!STANDARD_ROLES.has(at) && !seen.has(at)) {
    seen.add(at);
    at = roleMap.get(at) ?? at;
  }
  return at;
}
