import { startKeys } from './reading/keys.ts';
import { startNotes } from './reading/notes.ts';
import { startPageBar } from './reading/page-bar.ts';

startPageBar();
startKeys();
startNotes();
