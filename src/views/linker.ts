/**
 * Turns an address of the site, such as `/boards/pib/`, into what a link says where the view is shown, or null where it
 * cannot be reached from there and stays plain text.
 */
export type Linker = (address: string) => string | null;
