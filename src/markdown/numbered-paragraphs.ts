import type { MarkdownIt } from 'markdown-it';

/** A paragraph number as minutes have them, e.g. `12.3 The Board noted …`. */
const paragraphNumber = /^(\d+\.\d+)\s/;

/** A markdown-it plugin that gives each numbered paragraph an id, so that `12.3` can be linked to as `#p12-3`. */
export function numberedParagraphs(parser: MarkdownIt): void {
  parser.core.ruler.push('numbered-paragraphs', (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== 'inline') continue;
      const opening = state.tokens[index - 1];
      const number = paragraphNumber.exec(token.content)?.[1];
      if (opening?.type !== 'paragraph_open' || number === undefined) continue;
      opening.attrSet('id', `p${number.replace('.', '-')}`);
      opening.attrSet('class', 'numbered');
    }
  });
}
