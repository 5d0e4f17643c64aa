/** The sections of the site, as the navigation lists them. */
export const sections = [
  { id: 'meetings', label: 'Meetings', href: '/meetings/' },
  { id: 'boards', label: 'Boards', href: '/boards/' },
  { id: 'portfolios', label: 'Portfolios', href: '/portfolios/' },
  { id: 'initiatives', label: 'Initiatives', href: '/initiatives/' },
  { id: 'registers', label: 'Registers', href: '/registers/' },
  { id: 'glossary', label: 'Glossary', href: '/glossary/' },
] as const;

/** Id of a section. */
export type SectionId = (typeof sections)[number]['id'];

/** The way from the home page to a page of a section: the home page, then the section. */
export function trailTo(id: SectionId): { label: string; href: string }[] {
  return [
    { label: 'Home', href: '/' },
    ...sections.filter((section) => section.id === id).map(({ label, href }) => ({ label, href })),
  ];
}
