import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import anchor from 'markdown-it-anchor';
import footnote from 'markdown-it-footnote';
import { numberedParagraphs } from './numbered-paragraphs.ts';
import { recordBlockPlugin } from './record-blocks.ts';
import { slug } from './slug.ts';

/**
 * The one Markdown dialect of the content: CommonMark, tables, footnotes, record blocks. Raw HTML is off, so that no
 * markup comes from content, and typographic replacement is off, so that what is printed is what was written.
 */
export function createParser(): MarkdownIt {
  return new createMarkdownIt({ html: false, linkify: false, typographer: false })
    .use(footnote)
    .use(anchor, { slugify: slug, tabIndex: false })
    .use(numberedParagraphs)
    .use(recordBlockPlugin);
}
