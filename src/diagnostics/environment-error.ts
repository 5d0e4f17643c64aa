/**
 * Something the program needs is missing or was asked for wrongly: no browser, no git, no content folder. It is expected,
 * so it is printed as a sentence without a stack trace, and the program ends with status 2.
 */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}
