import type { Effects } from './effects.ts';

/** Tells a person what is being done: one line that is written over on a terminal, one line a step elsewhere. */
export interface Progress {
  readonly step: (text: string) => void;
  /** Where within the step; on a terminal only, because a log of it would be noise. */
  readonly within: (text: string) => void;
  /** Ends the line. */
  readonly end: () => void;
}

/** Progress for one run of a command. */
export function createProgress(effects: Effects, quiet = false): Progress {
  const silent = (): void => undefined;
  if (quiet) return { step: silent, within: silent, end: silent };
  if (!effects.isTerminal) return { step: (text) => effects.log(`${text}\n`), within: silent, end: silent };
  // `ESC [2K` clears the line, so that a shorter text leaves nothing of a longer one.
  const write = (text: string): void => effects.log(`\r\u001b[2K${text}`);
  let current = '';
  return {
    step: (text) => {
      if (current !== '') effects.log('\n');
      current = text;
      write(text);
    },
    within: (text) => write(`${current} ${text}`),
    end: () => {
      if (current !== '') effects.log('\n');
      current = '';
    },
  };
}
