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
  const parser = new createMarkdownIt({ html: false, linkify: false, typographer: false });
  // The parser would leave a link to a program or a local file standing as plain text, without a word to its author. Here
  // every link is a link; the check refuses the addresses that are not allowed, and rendering never follows them.
  parser.validateLink = () => true;
  return parser
    .use(footnote)
    .use(anchor, { slugify: slug, tabIndex: false })
    .use(numberedParagraphs)
    .use(recordBlockPlugin);
}
