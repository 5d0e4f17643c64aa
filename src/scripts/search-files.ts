import { indexEngine } from './search/index-engine.ts';
import { startSearch } from './search/start.ts';

// Of the edition for files, which the page loads before its own script.
startSearch(async () => indexEngine(globalThis.boardpackRecords ?? []));
