import { join } from 'node:path';

/**
 * A fontconfig file that knows the package's Open Sans and no font of the machine. Documents bring their fonts by
 * `@font-face`; a character that none of them has falls back to Open Sans on every machine, or is reported as missing,
 * instead of being drawn with whatever this machine happens to have.
 */
export function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'fontconfig-cache'))}</cachedir>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
