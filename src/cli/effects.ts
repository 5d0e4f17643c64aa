/** What a command does to the world outside: where it writes and where it was run. */
export interface Effects {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and faults. */
  readonly log: (text: string) => void;
  /** Whether the log goes to a terminal that a person watches. */
  readonly isTerminal: boolean;
}

// Whoever reads the results may stop early, as "head" does; there is nobody left to tell of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The real world. */
export const realEffects: Effects = {
  out: (text) => void process.stdout.write(text),
  log: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};
