import { posix } from 'node:path';

/**
 * An address of the site as a file reaches it from another, e.g. `../../assets/a.css` for `/assets/a.css` from
 * `meetings/pib/index.html`. What is no address from the site's root is left as it is.
 *
 * @param file path of the file that has it, below the folder of the site
 */
export function asFile(file: string, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const target = path.endsWith('/') ? `${path}index.html` : path;
  return `${posix.relative(posix.join('/', posix.dirname(file)), target)}${rest}`;
}

/** The way from a file to the folder of the site, e.g. `../../`; `./` from a file that stands in it. */
export function wayToRoot(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './';
}

/**
 * A style sheet with the files it names as it reaches them from where it stands. Its fonts may come after the page has been drawn,
 * since none is fetched ahead.
 */
export function styleAsFile(file: string, css: string): string {
  const patient = css.replaceAll(/font-display:\s*optional/g, 'font-display:swap');
  return patient.replace(/url\((["']?)(\/[^)"']*)\1\)/g, (_, quote: string, address: string) => {
    return `url(${quote}${asFile(file, address)}${quote})`;
  });
}
