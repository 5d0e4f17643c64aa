/**
 * An expected failure of the machine rather than of the content or of this program: no browser, or one that will not
 * start. Its message says what to install or which variable to set; the command line turns it into exit status 2.
 */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}
