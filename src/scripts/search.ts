import { pagefindEngine } from './search/pagefind-engine.ts';
import { startSearch } from './search/start.ts';

// In the edition for files another script has begun by now.
if (globalThis.boardpackRecords === undefined) startSearch(pagefindEngine);
