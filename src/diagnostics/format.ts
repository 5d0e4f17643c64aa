import type { Diagnostic } from './diagnostic.ts';

/** The forms in which faults can be printed. */
export const formats = { text: formatText, json: formatJson, github: formatGithub } as const;

/** Name of a form in which faults can be printed. */
export type Format = keyof typeof formats;

/**
 * One fault a line, the mend indented under it, and a count at the end. Nothing at all for no faults.
 *
 * @param folder what is put before each path, so that it can be followed from where the command was run
 */
export function formatText(diagnostics: readonly Diagnostic[], folder: string): string {
  if (diagnostics.length === 0) return '';
  const lines = diagnostics.flatMap((fault) => [
    `${visible(`${folder}/${fault.file}`)}:${fault.line}:${fault.column} ${fault.severity} ${fault.rule} ${oneLine(fault.message)}`,
    ...(fault.hint === '' ? [] : [`    ${oneLine(fault.hint)}`]),
  ]);
  return `${lines.join('\n')}\n${countFaults(diagnostics)}\n`;
}

/** All faults as one JSON array; `[]` for none. */
export function formatJson(diagnostics: readonly Diagnostic[], folder: string): string {
  return `${JSON.stringify(
    diagnostics.map((fault) => ({ ...fault, file: `${folder}/${fault.file}` })),
    null,
    2,
  )}\n`;
}

/**
 * Workflow commands that show each fault beside its line in a pull request.
 * Source: GitHub Docs, "Workflow commands for GitHub Actions", setting an error message.
 */
export function formatGithub(diagnostics: readonly Diagnostic[], folder: string): string {
  return diagnostics
    .map((fault) => {
      const command = fault.severity === 'note' ? 'notice' : fault.severity;
      const file = escapeProperty(`${folder}/${fault.file}`);
      const text = escapeData(oneLine(fault.hint === '' ? fault.message : `${fault.message} ${fault.hint}`));
      return `::${command} file=${file},line=${fault.line},col=${fault.column},title=${fault.rule}::${text}\n`;
    })
    .join('');
}

/** How many faults there are of each weight, e.g. `2 errors, 1 note`. */
export function countFaults(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity'], word: string): string[] => {
    const number = diagnostics.filter((fault) => fault.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('note', 'note')].join(', ');
}

/** A text on one line, without what could play tricks on whoever reads it. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/gu, ' '));
}

/**
 * Characters that could move the cursor, or turn the direction of what follows, on a terminal or in a pull request are
 * shown by number. Source: Unicode Technical Report 36, "Bidirectional text spoofing".
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
