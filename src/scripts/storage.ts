/** What is kept on the reader's device, under names of our own; in a window that keeps nothing, nothing is kept. */
export const storage = {
  read(name: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(`boardpack:${name}`) ?? 'null');
    } catch {
      return null;
    }
  },
  write(name: string, value: unknown): void {
    try {
      localStorage.setItem(`boardpack:${name}`, JSON.stringify(value));
    } catch {
      // The reader's browser allows no storage, or it is full: the page works without.
    }
  },
};
