import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import { explainYaml, type YamlFault } from './yaml-words.ts';

/** Where every value of a YAML text stands, by JSON Pointer (RFC 6901), e.g. `/items/2/decision`. */
export type Positions = Readonly<Record<string, Position>>;

/** A YAML text as a value, with the places of its values and of its keys. */
export interface LocatedYaml {
  readonly value: unknown;
  readonly positions: Positions;
  readonly keys: Positions;
}

/**
 * Reads YAML 1.2 (core schema: dates and quarters stay text, `010` is ten) without tags, merge keys, anchors or aliases.
 *
 * @param line the line of the file that the text starts on
 * @returns the value with its places, or the first fault of syntax on each line, because one often brings on others beside it
 */
export function readYaml(file: string, text: string, line: number): LocatedYaml | Diagnostic[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, version: '1.2', merge: false });
  const place = (offset: number): Position => {
    const found = counter.linePos(offset);
    return { line: found.line + line - 1, column: found.col };
  };
  const exhausted = document.errors.find((fault) => fault.code === 'RESOURCE_EXHAUSTION');
  // How deep the parser came depends on the machine, so the place is that of the whole text.
  if (exhausted) return [{ file, line, column: 1, rule: 'yaml-syntax', severity: 'error', ...explainYaml(exhausted) }];
  const lines = new Set<number>();
  const faults = [...document.errors, ...document.warnings, ...notData(document)].flatMap((fault): Diagnostic[] => {
    const at = place(fault.pos[0]);
    if (lines.has(at.line)) return [];
    lines.add(at.line);
    return [{ file, ...at, rule: 'yaml-syntax', severity: 'error', ...explainYaml(fault) }];
  });
  if (faults.length > 0) return faults;
  const positions: Record<string, Position> = Object.create(null);
  const keys: Record<string, Position> = Object.create(null);
  collect(document.contents, '', place, positions, keys);
  if (document.contents === null) positions[''] = { line, column: 1 };
  return { value: document.toJS(), positions, keys };
}

/** Uses of YAML that are not data: a name for a value, a value repeated by name, a list as the name of a field. */
function notData(document: ReturnType<typeof parseDocument>): YamlFault[] {
  const found: YamlFault[] = [];
  const refuse = (code: YamlFault['code'], message: string, node: Node): void => {
    found.push({ code, message, pos: [node.range?.[0] ?? 0, 0] });
  };
  visit(document, {
    Alias: (_key, alias) => refuse('BAD_ALIAS', '*', alias),
    Value: (_key, value) => {
      if (value.anchor) refuse('BAD_ALIAS', '&', value);
    },
    Pair: (_key, { key }) => {
      if (isCollection(key)) refuse('NON_STRING_KEY', '', key);
    },
  });
  return found;
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
  if (!isCollection(node)) return;
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
