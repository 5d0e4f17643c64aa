/** Markdown plugins that ship without types. */
declare module 'markdown-it-container' {
  import type { MarkdownIt } from 'markdown-it';
  export default function container(parser: MarkdownIt, name: string): void;
}

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function footnote(parser: MarkdownIt): void;
}
