/** A step of the browser that took longer than it may; what follows in that tab cannot be trusted. */
export class LimitError extends Error {
  override name = 'LimitError';
}

/**
 * Waits for a step of the browser, but never longer than the limit: several calls of the browser's protocol have none of
 * their own and would wait for ever on a page that hangs.
 *
 * @param milliseconds the limit
 * @param doing what is waited for, for the message: `printing`
 * @throws {LimitError} when the limit has passed
 */
export async function withLimit<T>(step: Promise<T>, milliseconds: number, doing: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new LimitError(`${doing} took longer than ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
    // The step goes on when the limit wins; its failure later on is no news.
    step.catch(() => {});
  }
}
