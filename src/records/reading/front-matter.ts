import matter from 'gray-matter';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** A Markdown file, taken apart. Line numbers count from 1 in the whole file. */
export interface FrontMatter {
  readonly yaml: string;
  /** Line the YAML starts on. */
  readonly yamlLine: number;
  readonly body: string;
  /** Line the body starts on. */
  readonly bodyLine: number;
}

const refuse = (): never => {
  throw new Error('Front matter is never run as code.');
};

/**
 * gray-matter runs `---js` front matter as a program, so every engine but YAML is refused, and the language is looked at
 * before it is called at all. The options are given on every call because without them it caches by text, and the second
 * reading of invalid front matter then gives an empty record without a word.
 */
const options: Parameters<typeof matter>[1] = {
  engines: { yaml: { parse: () => ({}) }, javascript: refuse, json: refuse },
};

/**
 * Splits a Markdown file into its front matter, still as YAML text, and its body.
 *
 * @returns the two halves, or the fault: no front matter, none that ends, or a language other than YAML
 */
export function splitFrontMatter(file: string, text: string): FrontMatter | Diagnostic {
  const fault = (rule: string, message: string, hint: string): Diagnostic => ({
    file,
    line: 1,
    column: 1,
    rule,
    severity: 'error',
    message,
    hint,
  });
  if (text.trim() === '') {
    return fault('front-matter', 'This file is empty.', 'Start it with front matter between two lines of "---".');
  }
  if (!/^---(?!-)/.test(text)) {
    return fault(
      'front-matter',
      'This file has no front matter.',
      'Start the file with a line "---", then the fields of the record, then another line "---".',
    );
  }
  const language = matter.language(text, {}).name.toLowerCase();
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return fault(
      'front-matter-language',
      `Front matter in "${language}" is not read, because content never runs as code.`,
      'Write the fields as YAML between two plain lines of "---".',
    );
  }
  const parts = matter(text, options);
  const yaml = parts.matter;
  if (!/^\n---/.test(text.slice(text.indexOf(yaml, 3) + yaml.length))) {
    return fault('front-matter', 'The front matter never ends.', 'Close it with a line "---" before the body.');
  }
  return {
    // What follows the opening "---" on its own line belongs to the delimiter; the YAML starts on the line after it.
    yaml: yaml.replace(/^[^\n]*\n/, ''),
    yamlLine: 2,
    body: parts.content,
    bodyLine: text.slice(0, text.length - parts.content.length).split('\n').length,
  };
}
