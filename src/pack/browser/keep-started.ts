import { EnvironmentError } from '../../diagnostics/environment-error.ts';
import { type BrowserProgram, noBrowser } from './find.ts';
import { launch, type Started } from './launch.ts';
import { exitOnSignals } from './signals.ts';

/** A browser that is started again when it has died. */
export interface Supply {
  /** The running browser. */
  get(): Promise<Started>;
  ended(): boolean;
  end(): Promise<void>;
}

/**
 * Starts the first of these programs that will start, and keeps to it.
 *
 * @throws {EnvironmentError} when none does
 */
export async function keepStarted(programs: AsyncIterable<BrowserProgram>): Promise<Supply> {
  let ended = false;
  const stopListening = exitOnSignals();
  let current = startFirst(programs);
  current.catch(stopListening);
  const { program } = await current;
  return {
    async get() {
      if (ended) throw new EnvironmentError('The typesetting browser has been closed.');
      const asked = current;
      const started = await asked;
      if (started.chromium.isConnected()) return started;
      // Of those who find it dead at the same time the first starts it again, for all.
      if (current === asked) current = launch(program).catch(cannotStartAgain(program));
      return current;
    },
    ended: () => ended,
    async end() {
      ended = true;
      const started = await current.catch(() => undefined);
      await started?.chromium.close();
      stopListening();
    },
  };
}

function cannotStartAgain({ name, path }: BrowserProgram) {
  return (error: unknown): never => {
    throw new EnvironmentError(`The browser (${name}, ${path}) ended and could not be started again: ${reason(error)}`);
  };
}

async function startFirst(programs: AsyncIterable<BrowserProgram>): Promise<Started> {
  const reasons: string[] = [];
  for await (const program of programs) {
    try {
      return await launch(program);
    } catch (error) {
      if (error instanceof EnvironmentError) throw error;
      reasons.push(`${program.name} (${program.path}) did not start: ${reason(error)}`);
    }
  }
  throw new EnvironmentError([noBrowser, ...reasons].join('\n'));
}

/** The first line says what happened; the driver's log of its attempts follows it. */
function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
