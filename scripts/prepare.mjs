#!/usr/bin/env node
/**
 * What npm runs before a package is made of a folder, and in no other way when somebody installs one from a repository of git, as
 * pre-commit does. It also runs it after `npm ci` here, where it has nothing to do: then no package is named.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { npm_package_resolved: made, ...env } = process.env;
if (made !== undefined) {
  const run = join(dirname(fileURLToPath(import.meta.url)), 'run.mjs');
  const { status } = spawnSync(process.execPath, [run, 'build', '--production'], { env, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
