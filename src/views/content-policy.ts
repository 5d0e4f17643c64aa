/**
 * What a browser may fetch and run for a page, by the Content Security Policy Level 3: only files of the site itself. No
 * script and no style stands in a page, so none is allowed there.
 *
 * @param compiles whether the page compiles WebAssembly, as the search does
 */
export function contentPolicy({ compiles = false } = {}): string {
  return [
    "default-src 'none'",
    `script-src 'self'${compiles ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
