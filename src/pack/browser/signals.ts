import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes this process exit on a signal, with the status a shell expects (128 and the number of the signal), instead of
 * being ended by it: only a process that exits ends its browser and removes the profile. The driver's own handlers end
 * the browser at SIGTERM and let the process go on, which would start another.
 *
 * @returns what takes that back
 */
export function exitOnSignals(): () => void {
  const exit = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, exit);
  return () => {
    for (const signal of signals) process.off(signal, exit);
  };
}
