import { rolldown } from 'rolldown';

/**
 * Makes one script of a module and all that it imports, since a browser loads no modules from
 * files, and a worker is best one file that changes with whatever is in it.
 *
 * @param module path of the module
 */
export async function classicScript(module: string): Promise<string> {
  const bundle = await rolldown({
    input: module,
    // What is imported from an address of the site can be had where there is a server only, as the index of the search is.
    external: (id) => id.startsWith('/pagefind/'),
    // A classic script has no address of its own to be asked for.
    transform: { define: { 'import.meta.url': 'location.href', 'import.meta.resolve': 'undefined' } },
    logLevel: 'silent',
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
