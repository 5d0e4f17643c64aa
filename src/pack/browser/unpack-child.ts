/**
 * Unpacks the archives named as arguments into the temporary folder of this process, which the parent process chose.
 * Run by packaged.ts and by nothing else.
 */
import { inflate } from '@sparticuz/chromium';

await Promise.all(process.argv.slice(2).map((archive) => inflate(archive)));
