#!/usr/bin/env node
// The program runs on the Node its dependencies ask for. An older one, as machines still come with, starts the Node that
// was installed with the dependencies; this file is plain JavaScript so that the older one can read it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = 24;

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // What was compiled is kept with the dependencies it is compiled from: the next command begins sooner.
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = fileURLToPath(
    new URL(`../../node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`, import.meta.url),
  );
  if (existsSync(node)) {
    const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = status ?? 2;
  } else {
    console.error(
      `boardpack needs Node ${needed} or later, and this is ${process.version}. Run "npm ci" to install it.`,
    );
    process.exitCode = 2;
  }
}
