import type { ErrorCode } from 'yaml';

/** A fault of syntax as the YAML parser has it. */
export interface YamlFault {
  readonly code: ErrorCode;
  readonly message: string;
  /** Offsets where it starts and ends. */
  readonly pos: readonly [number, number];
}

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** Says a fault of syntax to someone who writes reports, not programs: the parser's own words are about its grammar. */
export function explainYaml({ code, message }: YamlFault): Words {
  const unclosed = /end with a (\S)$/.exec(message)?.[1] ?? /Missing closing (["'])/.exec(message)?.[1];
  if (unclosed !== undefined) return unclosedAt(unclosed);
  const reserved =
    /cannot start with .*character (\S)$/.exec(message)?.[1] ?? (code === 'BAD_ALIAS' ? message.charAt(0) : undefined);
  if (reserved !== undefined) return mustBeQuoted(reserved);
  if (code === 'TAG_RESOLVE_FAILED') return mustBeQuoted('!');
  if (message.endsWith('on same line with key')) return listBelow;
  if (code === 'UNEXPECTED_TOKEN' && !message.endsWith('at node end')) return unknown(message);
  return words[code] ?? unknown(message);
}

const listBelow: Words = {
  message: 'A list cannot start on the line of its field.',
  hint: 'Start it on the next line, or write it in brackets, as in [chair, clerk].',
};

const words: Partial<Record<ErrorCode, Words>> = {
  DUPLICATE_KEY: { message: 'There are two fields of this name.', hint: 'Keep one of the two.' },
  TAB_AS_INDENT: {
    message: 'This line is indented with a tab.',
    hint: 'Indent it with spaces, as its neighbours are.',
  },
  BAD_INDENT: {
    message: 'This line is not indented as its neighbours are.',
    hint: 'Start the fields of one group, and the entries of one list, below each other.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'Two fields run together here: the text holds a colon, or the next line is indented too far.',
    hint: 'Put the text between double quotes, or start the next line below this field.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither a field nor an entry of a list.',
    hint: 'Write a name, a colon, a space and the value, as in "quorum: 4".',
  },
  UNEXPECTED_TOKEN: {
    message: 'Something stands after the end of the value.',
    hint: 'Put the whole text between double quotes; between single ones, write an apostrophe twice.',
  },
  NON_STRING_KEY: {
    message: 'The name of a field cannot be a list or a group of fields.',
    hint: 'Put a text that starts with a bracket between double quotes.',
  },
  MULTIPLE_DOCS: {
    message: 'A second record starts here.',
    hint: 'A file holds one record; take out this line of "---".',
  },
  RESOURCE_EXHAUSTION: {
    message: 'Lists or groups of fields are nested too deep.',
    hint: 'Check that each bracket is closed.',
  },
};

function unclosedAt(sign: string): Words {
  const isQuote = sign === '"' || sign === "'";
  const message = isQuote
    ? `A text that starts with the quote ${sign} does not end with one.`
    : `A ${sign === ']' ? 'list' : 'group of fields'} in brackets does not end with "${sign}".`;
  return { message, hint: `Close it with ${sign} before this place, or take out what opens it.` };
}

function mustBeQuoted(sign: string): Words {
  return {
    message: `A value cannot start with "${sign}" unless it is in quotes.`,
    hint: 'Put the text between double quotes.',
  };
}

function unknown(message: string): Words {
  return {
    message: `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    hint: 'Check the quotes, the colons and the indentation around this place.',
  };
}
