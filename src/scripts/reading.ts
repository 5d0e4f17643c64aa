import { startKeys } from './reading/keys.ts';
import { startPageBar } from './reading/page-bar.ts';

startPageBar();
startKeys();
// Nobody waits for their notes to begin reading.
void import('./reading/notes.ts').then(({ startNotes }) => startNotes());
