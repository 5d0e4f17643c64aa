import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';

/** Where every value of a YAML text stands, by JSON Pointer (RFC 6901), e.g. `/items/2/decision`. */
export type Positions = Readonly<Record<string, Position>>;

/** A YAML text as a value, with the places of its values and of its keys. */
export interface LocatedYaml {
  readonly value: unknown;
  readonly positions: Positions;
  readonly keys: Positions;
}

/**
 * Reads YAML 1.2 (core schema: dates and quarters stay text, `010` is ten) without tags, merge keys or alias bombs.
 *
 * @param line the line of the file that the text starts on
 * @returns the value with its places, or every fault of syntax found
 */
export function readYaml(file: string, text: string, line: number): LocatedYaml | Diagnostic[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, version: '1.2', merge: false });
  const place = (offset: number): Position => {
    const found = counter.linePos(offset);
    return { line: found.line + line - 1, column: found.col };
  };
  const faults = [...document.errors, ...document.warnings].map(
    (fault): Diagnostic => ({
      file,
      ...place(fault.pos[0]),
      rule: 'yaml-syntax',
      severity: 'error',
      message: `This is not valid YAML: ${lowerFirst(fault.message)}`,
      hint: hints[fault.code] ?? 'Check the quotes, the colons and the indentation around this place.',
    }),
  );
  if (faults.length > 0) return faults;
  const positions: Record<string, Position> = Object.create(null);
  const keys: Record<string, Position> = Object.create(null);
  collect(document.contents, '', place, positions, keys);
  if (document.contents === null) positions[''] = { line, column: 1 };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), positions, keys };
  } catch (error) {
    const message = `This YAML cannot be read: ${lowerFirst(error instanceof Error ? error.message : String(error))}`;
    return [{ file, line, column: 1, rule: 'yaml-syntax', severity: 'error', message, hint: 'Write the values out.' }];
  }
}

/** One step of a JSON Pointer. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function collect(
  node: Node | null,
  path: string,
  place: (offset: number) => Position,
  positions: Record<string, Position>,
  keys: Record<string, Position>,
): void {
  if (node?.range) positions[path] = place(node.range[0]);
  if (isAlias(node) || !isCollection(node)) return;
  if (!isMap(node)) {
    for (const [index, item] of node.items.entries()) collect(item as Node, `${path}/${index}`, place, positions, keys);
    return;
  }
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const step = path + pointer([String(pair.key.value)]);
    if (pair.key.range) keys[step] = place(pair.key.range[0]);
    const value = pair.value as Node | null;
    // A key without a value is pointed at by its key, since there is nothing else to point at.
    if (pair.key.range && (value === null || (isScalar(value) && value.value === null))) {
      positions[step] = place(pair.key.range[0]);
    } else collect(value, step, place, positions, keys);
  }
}

const hints: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two fields of this name.',
  TAB_AS_INDENT: 'Indent with spaces, never with a tab.',
  BAD_INDENT: 'Line the field up with its neighbours.',
  MISSING_CHAR: 'A quote, bracket or colon opened before this place is not closed.',
  TAG_RESOLVE_FAILED: 'Write the value plainly, without a tag that starts with "!".',
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
